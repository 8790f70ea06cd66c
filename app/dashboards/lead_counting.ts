import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import { firstOfLast } from '#app/platform/last_days'
import { firstIdOf } from '#app/platform/ids'
import Lead from '#app/leads/lead'
import LeadDays from '#app/leads/lead_days'
import { countedAs, countsOf } from '#app/dashboards/counted_lead'
import { DASHBOARD_PERIODS } from '#app/dashboards/dashboard_validator'

const BATCH = 2000
const DAYS = Math.max(...DASHBOARD_PERIODS) + 1
/** Older days go a week at a time. */
const SPARE = 7

type State = { zone: string; time_zone: string | null; since: string | null; is_complete: boolean }

/** Keeps the counts of leads by day in step with the leads. */
export const LeadCounting = {
  /** A batch of each company in turn, until none of them has more waiting than a batch. */
  async catchUp() {
    for (let waiting = await companiesWaiting(); waiting.length > 0;) {
      const unfinished: string[] = []
      for (const tenantId of waiting) if (await this.advance(tenantId)) unfinished.push(tenantId)
      waiting = unfinished
    }
  },

  /** Whether there is more to do; a company whose leads cannot be counted keeps no other waiting. */
  async advance(tenantId: string) {
    try {
      return await Current.run({ tenantId, actor: SYSTEM }, advance)
    } catch (error) {
      logger.error({ err: error, tenant: tenantId }, 'The leads of a company could not be counted')
      return false
    }
  },
}

async function companiesWaiting() {
  const { rows } = await acrossTenants((trx) =>
    trx.rawQuery<{ rows: { id: string }[] }>(
      `select tenants.id from tenants left join lead_countings known on known.tenant_id = tenants.id
       where exists (select from uncounted_leads marked where marked.tenant_id = tenants.id and lead_id < ?)
         or known.time_zone <> tenants.time_zone or not known.is_complete or known.since < ?
         or known.tenant_id is null and exists (select from leads where leads.tenant_id = tenants.id)
       order by tenants.id`,
      [firstIdOf(DateTime.utc().plus({ days: 1 })), firstOfLast(DAYS + 2 * SPARE + 1, 'UTC').toISODate()!]
    )
  )
  return rows.map(({ id }) => id)
}

async function advance() {
  const { zone, time_zone: known, since, is_complete: isComplete } = await takeTurn()
  if (known !== zone) {
    await begin(zone)
    return true
  }
  const first = DateTime.fromISO(since!, { zone })
  const count = await recount(new LeadDays(first, firstOfLast(0, zone)))
  const isUnfinished = count === BATCH
  if (!isUnfinished && !isComplete) await change({ is_complete: true })
  if (first < firstOfLast(DAYS + 2 * SPARE, zone)) await forget(zone)
  return isUnfinished
}

// Whoever comes second looks when the first has committed.
async function takeTurn() {
  const { tenantId } = Current
  await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`lead counting ${tenantId}`])
  const { rows } = await db.rawQuery<{ rows: State[] }>(
    `select tenants.time_zone as zone, known.time_zone, known.since::text, known.is_complete
     from tenants left join lead_countings known on known.tenant_id = tenants.id where tenants.id = ?`,
    [tenantId]
  )
  return rows[0]
}

/** All anew, by the company's clock: until that is done, figures are read from the leads themselves. */
async function begin(zone: string) {
  const { tenantId } = Current
  const first = firstOfLast(DAYS + SPARE, zone)
  for (const table of ['lead_day_counts', 'counted_leads', 'lead_holder_sets']) await ours(table).delete()
  await db.rawQuery(
    `insert into uncounted_leads (lead_id) select id from leads where tenant_id = ? and id >= ? order by id`,
    [tenantId, firstIdOf(first)]
  )
  await db.rawQuery(
    `insert into lead_countings (time_zone, since, is_complete) values (:zone, :since, false)
     on conflict (tenant_id) do update set time_zone = :zone, since = :since, is_complete = false`,
    { zone, since: first.toISODate()! }
  )
}

async function recount(span: LeadDays) {
  const { bounds } = span
  const { rows } = await db.rawQuery<{ rows: { id: string }[] }>(
    `delete from uncounted_leads where tenant_id = ? and seq = any(array(
       select seq from uncounted_leads where tenant_id = ? and lead_id < ? order by lead_id limit ${BATCH}))
     returning lead_id as id`,
    [Current.tenantId, Current.tenantId, bounds.at(-1)!]
  )
  const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => id >= bounds[0])
  if (ids.length > 0) await count(ids, span)
  return rows.length
}

async function count(ids: string[], span: LeadDays) {
  const { tenantId } = Current
  const counted = countedAs(span)
  const holding = Lead.holdings.holding(ids)
  await db.rawQuery(
    `with held as materialized (
       select id, array_agg(distinct holder order by holder) as holders from (${holding.sql}) as pairs group by id),
     after as materialized (
       select leads.id, ${counted.sql}, holders,
         encode(substr(sha256(convert_to(holders::text, 'UTF8')), 1, 16), 'hex')::uuid as holder_set_id
       from leads left join held on held.id = leads.id where leads.tenant_id = ? and leads.id = any(?::uuid[])),
     before as materialized (
       select counted_leads.*, holders from counted_leads left join lead_holder_sets known
         on known.tenant_id = counted_leads.tenant_id and known.id = holder_set_id
       where counted_leads.tenant_id = ? and counted_leads.id = any(?::uuid[])),
     sets as (
       insert into lead_holder_sets (id, holders)
       select distinct holder_set_id, holders from after where holders is not null on conflict do nothing),
     gone as (
       delete from counted_leads where tenant_id = ? and id = any(?::uuid[]) and id not in (select id from after)),
     kept as (
       insert into counted_leads (id, ${COLUMNS}, holder_set_id) select id, ${COLUMNS}, holder_set_id from after
       on conflict (tenant_id, id) do update set day = excluded.day, source = excluded.source,
         is_converted = excluded.is_converted, reply = excluded.reply, holder_set_id = excluded.holder_set_id),
     changes as materialized (
       select -1 as by, ${COLUMNS}, holder_set_id, holders from before
       union all select 1, ${COLUMNS}, holder_set_id, holders from after),
     each as (
       select by, ${COLUMNS}, null::uuid as held_by from changes
       union all select by, ${COLUMNS}, holder_set_id from changes where holder_set_id is not null
       union all select by, ${COLUMNS}, unnest(holders) from changes)
     insert into lead_day_counts as known (id, held_by, day, source, reply, leads, converted)
     select gen_random_uuid(), held_by, day, source, reply, sum(leads), sum(converted)
     from (${countsOf('each', 'held_by,')}) as counts group by held_by, day, source, reply
     having sum(leads) <> 0 or sum(converted) <> 0
     on conflict (tenant_id, held_by, day, source, reply)
     do update set leads = known.leads + excluded.leads, converted = known.converted + excluded.converted`,
    [
      ...holding.bindings,
      ...counted.bindings,
      ...[tenantId, ids],
      ...[tenantId, ids],
      ...[tenantId, ids],
    ] as never
  )
}

async function forget(zone: string) {
  const first = firstOfLast(DAYS + SPARE, zone)
  await change({ since: first.toISODate()! })
  await ours('lead_day_counts').where('day', '<', first.toISODate()!).delete()
  await ours('counted_leads').where('id', '<', firstIdOf(first)).delete()
  const isCounted = db
    .from('lead_day_counts')
    .where('tenant_id', Current.tenantId)
    .whereColumn('held_by', 'lead_holder_sets.id')
  await ours('lead_holder_sets').whereNotExists(isCounted).delete()
}

const ours = (table: string) => db.from(table).where('tenant_id', Current.tenantId)
const change = (changes: { is_complete?: boolean; since?: string }) => ours('lead_countings').update(changes)

const COLUMNS = 'day, source, is_converted, reply'
