import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { RecordedEvent } from '#app/platform/events/events'
import { newId } from '#app/platform/ids'

const EVERY = 5000
/** Longer ago than this, a process is gone. */
export const FRESH = { seconds: 20 }

type Tally = { done: number; failed: number; waited: number | null }

/** What this process does with each queue, written down every few seconds for those who ask the web processes. */
export class ProcessReport {
  readonly id = newId()
  #tallies = new Map<string, Tally>()
  #since = performance.now()
  #timer?: NodeJS.Timeout

  constructor(
    private role: 'relay' | 'worker',
    queues: string[]
  ) {
    for (const queue of queues) this.#tallies.set(queue, { done: 0, failed: 0, waited: null })
  }

  async start() {
    this.#timer = setInterval(() => void this.#write(), EVERY)
    await this.#write()
  }

  async stop() {
    clearInterval(this.#timer)
    await db.connection('system').from('process_reports').where('process_id', this.id).delete()
  }

  /** Handed over, or worked off; `waited` then says for how many seconds it had been on its way. */
  done(queue: string, { occurredAt }: RecordedEvent) {
    const tally = this.#tallies.get(queue)
    if (!tally) return
    tally.done++
    tally.waited = Math.max(0, Date.now() - occurredAt.toMillis()) / 1000
  }

  failed(queue: string) {
    const tally = this.#tallies.get(queue)
    if (tally) tally.failed++
  }

  async #write() {
    const seconds = Math.max(1, (performance.now() - this.#since) / 1000)
    this.#since = performance.now()
    const rows = [...this.#tallies].map(([queue, { done, failed, waited }]) => ({
      process_id: this.id,
      role: this.role,
      queue,
      per_second: done / seconds,
      failed_per_second: failed / seconds,
      waited,
      reported_at: DateTime.utc().toISO(),
    }))
    for (const tally of this.#tallies.values()) Object.assign(tally, { done: 0, failed: 0, waited: null })
    if (rows.length === 0) return
    await db
      .connection('system')
      .table('process_reports')
      .multiInsert(rows)
      .knexQuery.onConflict(['process_id', 'queue'])
      .merge()
      .catch((error: Error) => logger.warn({ err: error }, 'The report of this process could not be written'))
  }
}
