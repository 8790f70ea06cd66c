import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'

export type BatchScans = { scans: number; scannedCodes: number; unscannedCodes: number; leads: number }

/** What became of a batch: how many of its stickers were ever scanned, and how many requests they brought. */
export async function scansOfBatch(batch: { id: string }): Promise<BatchScans> {
  const { rows } = await db.rawQuery<{ rows: BatchScans[] }>(
    `select coalesce(sum(scans), 0)::int as scans, count(first_scanned_at)::int as "scannedCodes",
       (count(*) filter (where state = 'assigned' and first_scanned_at is null))::int as "unscannedCodes",
       (select coalesce(sum(leads), 0)::int from qr_scan_days
         where tenant_id = :tenantId and qr_batch_id = :id) as leads
     from qr_codes where tenant_id = :tenantId and qr_batch_id = :id`,
    { tenantId: Current.tenantId, id: batch.id }
  )
  return rows[0]
}
