import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { firstOfLast } from '#app/platform/last_days'
import { Current } from '#app/platform/database/current'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import QrAssignment from '#app/qr_codes/qr_assignment'

export const WALKS_SHOWN = 200
export const STOPS_SHOWN = 500

export type WalkRow = {
  id: string
  userId: string
  name: string
  day: string
  bound: number
  undone: number
  scanned: number
  firstAt: string
  lastAt: string
  perHour: number | null
}

/** The rounds of the people who bind codes: a day of one of them each, the latest first. */
export async function walksOf(timeZone: string, days: number): Promise<WalkRow[]> {
  const { rows } = await db.rawQuery<{ rows: WalkRow[] }>(WALKS, {
    tenantId: Current.tenantId,
    timeZone,
    from: firstOfLast(days, timeZone).toUTC().toISO(),
  })
  return rows.map((row) => ({
    ...row,
    firstAt: DateTime.fromSQL(row.firstAt).toUTC().toISO()!,
    lastAt: DateTime.fromSQL(row.lastAt).toUTC().toISO()!,
  }))
}

/** One of these days, stop by stop, with the customers whom the reader may see. */
export async function stopsOf(walker: { id: string }, day: string, timeZone: string, reader: User) {
  const start = DateTime.fromISO(day, { zone: timeZone })
  const stops = await QrAssignment.query()
    .where('assignedBy', walker.id)
    .where('assignedAt', '>=', start.toUTC().toISO()!)
    .where('assignedAt', '<', start.plus({ days: 1 }).toUTC().toISO()!)
    .preload('qrCode')
    .orderBy('assignedAt')
    .orderBy('id')
    .limit(STOPS_SHOWN)
  const seen = await Customer.seenOf(
    stops.map(({ customerId }) => customerId),
    reader
  )
  for (const stop of stops) stop.$setRelated('customer', seen.get(stop.customerId) ?? null)
  return stops
}

// A rate takes two stops: of the time before the first one nothing is known.
const WALKS = `
  select walks.*, users.name, "userId"::text || day as id,
    case when "lastAt" > "firstAt" + interval '1 minute'
      then round((bound - 1) * 3600 / extract(epoch from "lastAt" - "firstAt"))::int end as "perHour",
    "firstAt"::text as "firstAt", "lastAt"::text as "lastAt"
  from (
    select assigned_by as "userId", (qr_assignments.assigned_at at time zone :timeZone)::date::text as day,
      count(*)::int as bound, (count(*) filter (where ended_as = 'undone'))::int as undone,
      (count(*) filter (where first_scanned_at >= qr_assignments.assigned_at))::int as scanned,
      min(qr_assignments.assigned_at) as "firstAt", max(qr_assignments.assigned_at) as "lastAt"
    from qr_assignments
    join qr_codes on qr_codes.tenant_id = qr_assignments.tenant_id and qr_codes.id = qr_assignments.qr_code_id
    where qr_assignments.tenant_id = :tenantId and qr_assignments.assigned_at >= :from
      and assigned_by is not null
    group by 1, 2
    order by day desc, bound desc
    limit ${WALKS_SHOWN}
  ) walks
  join users on users.tenant_id = :tenantId and users.id = walks."userId"
  order by day desc, bound desc, name`
