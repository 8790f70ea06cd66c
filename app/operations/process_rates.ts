import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { FRESH } from '#app/platform/telemetry/process_report'

export type QueueRates = {
  queue: string
  workers: number
  in: number
  out: number
  failed: number
  /** How long the last one that was worked off had been on its way. */
  waitedInSeconds: number | null
}

/** What relays and workers said of each queue in their last seconds. */
export async function processRates() {
  const { rows } = await db.connection('system').rawQuery<{ rows: QueueRates[] }>(
    `select queue, count(*) filter (where role = 'worker') as workers,
       coalesce(sum(per_second) filter (where role = 'relay'), 0) as "in",
       coalesce(sum(per_second) filter (where role = 'worker'), 0) as out,
       coalesce(sum(failed_per_second) filter (where role = 'worker'), 0) as failed,
       max(waited) filter (where role = 'worker') as "waitedInSeconds"
     from process_reports where reported_at > ? group by queue`,
    [DateTime.utc().minus(FRESH).toISO()!]
  )
  return new Map(rows.map((row) => [row.queue, row]))
}
