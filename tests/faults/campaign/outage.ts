import { setTimeout as sleep } from 'node:timers/promises'
import type { Load } from '#tests/faults/campaign/load'
import type { Observer } from '#tests/faults/campaign/observer'
import type { Stage } from '#tests/faults/campaign/stage'
import { until } from '#tests/until'

export type OutageReport = {
  seconds: number
  writes: number
  failedWrites: number
  /** Recorded at once while the broker was away, beside what the load did. */
  bulk: number
  waiting: number
  /** From the first event that left to the last one, relay and workers at work beside each other. */
  drainedPerSecond: number
  secondsUntilFirst: number
}

type Options = { outage: number; bulk: number; say: (line: string) => void }

// Events that workers hear and have nothing to do about, as of a large import.
const BULK = `
  with lead as (select tenant_id, subject_id, seq from event_subjects
    where (tenant_id, subject_id) in (select tenant_id, id from leads) order by subject_id limit 1),
  event as (
    insert into events (id, tenant_id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
    select uuidv7(), tenant_id, seq + n, 'lead.assigned', 1, now(), 'system', 'lead', subject_id, '{"number":1,"assigneeId":null,"previousId":null}'
    from lead, generate_series(1, $1::int) n returning tenant_id, id, seq, subject_id
  ), counted as (
    update event_subjects s set seq = s.seq + $1::int from lead where s.tenant_id = lead.tenant_id and s.subject_id = lead.subject_id
  )
  insert into outbox (tenant_id, event_id) select tenant_id, id from event order by seq`

/** The broker is away for long: nobody notices, and afterwards everything leaves quickly. */
export class Outage {
  constructor(
    private stage: Stage,
    private load: Load,
    private observer: Observer
  ) {}

  async run({ outage, bulk, say }: Options, isOver: () => boolean): Promise<OutageReport> {
    await until(() => this.stage.isWebUp(), { within: 60_000 })
    await until(async () => (await this.observer.countNow('outbox')) === 0, { within: 120_000 })
    const before = { ...this.load.counts }
    say(`The broker is away for ${outage} s`)
    await this.stage.killBroker()
    const end = Date.now() + outage * 1000
    while (Date.now() < end && !isOver()) await sleep(500)
    const { answered, failures } = this.load.counts
    if (bulk > 0) await this.observer.ask(BULK, [bulk])
    const waiting = await this.observer.count('outbox')
    await this.stage.broker.restart()
    const drain = await this.#drain(waiting)
    const report = {
      seconds: outage,
      writes: answered - before.answered,
      failedWrites: failures - before.failures,
      bulk,
      waiting,
      ...drain,
    }
    say(`The broker was away: ${JSON.stringify(report)}`)
    return report
  }

  // New events keep coming meanwhile, so the first seqs that were there count.
  async #drain(waiting: number) {
    const upAt = performance.now()
    const [{ last }] = await this.observer.ask<{ last: number }>('select max(seq) as last from outbox')
    const left = () => this.observer.count('outbox where seq <= $1', [last])
    await until(async () => (await left()) < waiting, { within: 300_000, what: 'something has left' })
    const first = performance.now()
    // Counting again and again would take of what the others need.
    const isGone = async () =>
      (await this.observer.ask('select from outbox where seq <= $1 limit 1', [last])).length === 0
    await until(isGone, { within: 300_000, what: 'what has waited for the broker has left' })
    const now = performance.now()
    return {
      drainedPerSecond: Math.round(waiting / ((now - first) / 1000)),
      secondsUntilFirst: Math.round(first - upAt) / 1000,
    }
  }
}
