import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { firstOfLast } from '#app/platform/last_days'

export type ScanDay = { day: string; scans: number; visitors: number }
export type DailyScans = { days: ScanDay[]; before: number }

export const DAYS_SHOWN = 30

/** How often one code was scanned on each of the last days, by the company's clock; and how often before. */
export const scansByDayOf = (code: { id: string; scans: number }, timeZone: string) =>
  daily('qr_code_days', 'qr_code_id', code.id, code.scans, timeZone)

/** The same of all codes of a batch together. */
export const scansByDayOfBatch = (batch: { id: string }, total: number, timeZone: string) =>
  daily('qr_scan_days', 'qr_batch_id', batch.id, total, timeZone)

async function daily(
  table: string,
  key: string,
  id: string,
  total: number,
  timeZone: string
): Promise<DailyScans> {
  const from = firstOfLast(DAYS_SHOWN, timeZone)
  const { rows } = await db.rawQuery<{ rows: ScanDay[] }>(
    `select day::text, sum(scans)::int as scans, sum(visitors)::int as visitors from ${table}
     where tenant_id = :tenantId and ${key} = :id and day >= :from group by day`,
    { tenantId: Current.tenantId, id, from: from.toISODate() }
  )
  const known = new Map(rows.map((row) => [row.day, row]))
  // Days without a scan are shown too: a gap says something.
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const day = from.plus({ days: index }).toISODate()!
    return known.get(day) ?? { day, scans: 0, visitors: 0 }
  })
  return { days, before: total - days.reduce((sum, { scans }) => sum + scans, 0) }
}
