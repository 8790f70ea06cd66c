import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { within, type PgBoss } from '#app/platform/timers/boss'
import type { DeadLetter, DeadLetters } from '#app/platform/bus/bus'
import type { EventJob } from '#app/platform/bus/embedded_bus'
import { findRecordedEvents } from '#app/platform/events/recorded_events'

type DeadJob = {
  id: string
  data: EventJob
  created_on: Date
  source_output: { cause?: string; message?: string } | null
}

/** Jobs that pg-boss moved to the queue's dead letter queue: by us with a cause, by itself when their consumer kept dying. */
export class EmbeddedDeadLetters implements DeadLetters {
  constructor(
    private boss: () => Promise<PgBoss>,
    private queue: string
  ) {}

  async list(limit = 100, tenantId?: string): Promise<DeadLetter[]> {
    const system = db.connection('system')
    const { rows } = await system.rawQuery<{ rows: DeadJob[] }>(
      `select id, data, created_on, source_output from pgboss.job
       where name = ? and state < 'active' and ? in ('', data ->> 'tenantId')
       order by created_on, id limit ?`,
      [`${this.queue}.dead`, tenantId ?? '', limit]
    )
    const events =
      rows.length > 0
        ? await findRecordedEvents(
            system,
            rows.map(({ data }) => data)
          )
        : new Map()
    return rows.map(({ id, data, created_on: diedAt, source_output: output }) => ({
      id,
      event: events.get(data.eventId) ?? null,
      attempts: data.attempts + 1,
      cause: output?.cause ?? output?.message ?? 'Its consumer died with it again and again',
      diedAt,
    }))
  }

  async replay(ids: string[]) {
    const boss = await this.boss()
    return acrossTenants(async (trx) => {
      const jobs = await this.#take(trx, ids)
      const again = jobs.map(({ data }) => ({ data: { ...data, attempts: 0 } }))
      if (again.length > 0) await boss.insert(this.queue, again, within(trx))
      return jobs.map(({ id }) => id)
    })
  }

  discard(ids: string[]) {
    return acrossTenants(async (trx) => (await this.#take(trx, ids)).map(({ id }) => id))
  }

  async #take(trx: TransactionClientContract, ids: string[]) {
    const { rows } = await trx.rawQuery<{ rows: DeadJob[] }>(
      `delete from pgboss.job where name = ? and id = any(?::uuid[]) and state < 'active' returning *`,
      [`${this.queue}.dead`, ids]
    )
    return rows
  }
}
