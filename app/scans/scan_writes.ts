import { escapeLiteral } from 'pg'
import type { PostponedKind } from '#app/platform/database/postponed'

export type ScanWrite = {
  id: string
  day: string
  seenAt: string
  visitor: string
  qrCodeId: string
  qrBatchId: string
  leadFlowId: string | null
}
export type LeadWrite = Omit<ScanWrite, 'seenAt' | 'visitor'>

/** Scans of a unit. They travel with its COMMIT, so that a page is not slower for being counted. */
export const SCAN_WRITES: PostponedKind<ScanWrite> = {
  place: /\b(qr_codes|qr_code_days|qr_visits|qr_scan_days)\b/,
  sql: (scans) => filled(SCAN, scans),
}

/** Requests that came of scans. */
export const LEAD_WRITES: PostponedKind<LeadWrite> = {
  place: /\bqr_scan_days\b/,
  sql: (leads) => filled(LEAD, leads),
}

// One statement each: two scans of a unit may count in the same row.
const filled = (sql: string, rows: object[]) =>
  rows.map((row) => sql.replace('$given', () => escapeLiteral(JSON.stringify(row)))).join('; ')

const GIVEN = `given as (
    select * from json_to_record($given) as one (id uuid, day date, "seenAt" timestamptz, visitor text,
      "qrCodeId" uuid, "qrBatchId" uuid, "leadFlowId" uuid)
  )`
const BOUND_BY = `(select assigned_by from qr_assignments
      where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
        and qr_code_id = given."qrCodeId" and ended_at is null)`
const DAY =
  'insert into qr_scan_days as known (id, day, qr_batch_id, lead_flow_id, bound_by, scans, visitors, leads)'
const KNOWN = 'on conflict (tenant_id, day, qr_batch_id, lead_flow_id, bound_by) do update set'

// The same visitor within a quarter of an hour looks again; later they come again.
const SCAN = `
  with ${GIVEN}, visit as (
    insert into qr_visits as known (qr_code_id, day, visitor, counted_at)
    select "qrCodeId", day, decode(visitor, 'hex'), "seenAt" from given
    on conflict (tenant_id, qr_code_id, day, visitor) do update
      set counted_at = excluded.counted_at, scans = known.scans + 1
      where known.counted_at < excluded.counted_at - interval '15 minutes'
    returning tenant_id, qr_code_id, scans
  ), counted as (
    update qr_codes code set scans = code.scans + 1, last_scanned_at = given."seenAt",
      first_scanned_at = coalesce(code.first_scanned_at, given."seenAt")
    from visit, given
    where code.tenant_id = visit.tenant_id and code.id = visit.qr_code_id
  ), day_of_code as (
    insert into qr_code_days as known (qr_code_id, day, scans, visitors)
    select "qrCodeId", day, 1, (visit.scans = 1)::int from visit, given
    on conflict (tenant_id, qr_code_id, day) do update
      set scans = known.scans + 1, visitors = known.visitors + excluded.visitors
  )
  ${DAY}
  select id, day, "qrBatchId", "leadFlowId", ${BOUND_BY}, 1, (visit.scans = 1)::int, 0
  from visit, given
  ${KNOWN} scans = known.scans + 1, visitors = known.visitors + excluded.visitors`

const LEAD = `
  with ${GIVEN}
  ${DAY}
  select id, day, "qrBatchId", "leadFlowId", ${BOUND_BY}, 0, 0, 1 from given
  ${KNOWN} leads = known.leads + 1`
