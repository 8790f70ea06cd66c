import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { UnroutableError, type Bus } from '#app/platform/bus/bus'
import { Audience } from '#app/platform/events/audience'
import { BatchSize } from '#app/platform/events/batch_size'
import { Crowd } from '#app/platform/events/crowd'
import { isKnown } from '#app/platform/events/event_versions'
import type { RecordedEvent } from '#app/platform/events/events'
import { faultPoint } from '#app/platform/events/fault_point'
import { gatheringAfter } from '#app/platform/gathering'
import { Listener } from '#app/platform/live/listener'
import type { ProcessReport } from '#app/platform/telemetry/process_report'
import type { Queue } from '#app/platform/bus/queues'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import { TURN, WaitingEvents, type WaitingEvent } from '#app/platform/events/waiting_events'
import { tracing } from '#app/platform/telemetry/tracing'

/** Others may stand beside, and what is published is not certain to be forgotten until the end of a turn. */
const LONGEST_TURN = 250
const POLL = 1000
const PATIENCE = 1000
const GATHERING = 10
const HELD_FOR = 2000

type Batch = { rows: WaitingEvent[]; heard: RecordedEvent[]; audience: Audience; behind: Set<string> }

/**
 * Moves committed events from the outbox to the bus, those of a company with more than its share behind the others. A row
 * goes when the broker has confirmed its event, in the same transaction that locked it. Relays stand side by side: one has
 * the lock for the length of its turn, so the events of a subject leave in their order, and the next turn is whoever's
 * comes first.
 */
export class Relay {
  #isStopping = false
  #heldUntil = new Map<number, number>()
  #crowd = new Crowd()
  #waiting = new WaitingEvents()
  #size = new BatchSize()
  #running?: Promise<void>
  #wake = () => {}
  #listener = new Listener('outbox', { notify: () => this.#wake(), connect: () => this.#wake() })

  constructor(
    private bus: Bus,
    private queues: Queue[],
    private report?: ProcessReport
  ) {}

  /** Whatever the workers want has its queue from now on, also while no worker runs. */
  async start() {
    await this.#declareQueues()
    await this.#listener.open()
    this.#running = this.#run()
  }

  /** Finishes the batch in hand. */
  async stop() {
    this.#isStopping = true
    this.#wake()
    await this.#listener.close()
    await this.#running
  }

  async #run() {
    while (!this.#isStopping) {
      let count = 0
      let wait = POLL
      const call = this.#nextCall()
      const startedAt = performance.now()
      try {
        count = await this.takeTurn()
      } catch (error) {
        logger.error({ err: error }, 'The relay could not hand over events, and will try again')
        wait = PATIENCE
      }
      if (count === 0 || !this.#waiting.isMore) {
        if (count > 0) await pause(gatheringAfter(performance.now() - startedAt, GATHERING))
        await call.within(wait)
      }
    }
  }

  /** How many rows it took care of, batch after batch for so many milliseconds. */
  async takeTurn(longest = LONGEST_TURN) {
    await this.bus.ready()
    return acrossTenants(async (trx) => {
      const until = performance.now() + longest
      let count = 0
      let batch = await this.#next(trx)
      while (batch) {
        const { rows } = batch
        const startedAt = performance.now()
        const isMore = this.#waiting.isMore && startedAt < until
        // The broker takes as long as the database: while the one confirms, the other looks for what is next.
        const [held, following] = await Promise.all([
          this.#publish(batch),
          isMore ? this.#next(trx, rows) : undefined,
        ])
        faultPoint('relay.published')
        const [staying, gone] = partition(rows, ({ event_id: id }) => held.has(id))
        await trx.rawQuery('delete from outbox where seq = any(?::bigint[])', [gone.map(({ seq }) => seq)])
        this.#hold(staying)
        this.#size.learn(rows.length, performance.now() - startedAt)
        count += gone.length
        batch = following
      }
      return count
    })
  }

  /** What leaves next, but what is just leaving. */
  async #next(trx: TransactionClientContract, leaving: WaitingEvent[] = []): Promise<Batch | undefined> {
    const held = [...this.#held(), ...leaving.map(({ seq }) => seq)]
    const rows = await this.#waiting.take(trx, this.#size.next, held)
    if (rows.length === 0) return
    for (const { tenant_id: id } of rows) this.#size.notice(id)
    const references = rows.map((row) => ({ tenantId: row.tenant_id, eventId: row.event_id }))
    const events = await findRecordedEvents(trx, references)
    const audience = await Audience.of(this.queues, [...events.values()], trx)
    // What nobody hears need not travel; of what only a newer release knows, it alone knows who hears it.
    const heard = rows
      .flatMap((row) => traced(row, events))
      .filter((event) => audience.isThereFor(event) || !isKnown(event.name))
    return { rows, heard, audience, behind: this.#beyond(rows, events, audience) }
  }

  // What nobody hears takes nothing of a share.
  #beyond(rows: WaitingEvent[], events: Map<string, RecordedEvent>, audience: Audience) {
    this.#crowd.forget()
    const heard = rows.filter(({ event_id: id }) => events.has(id) && audience.isThereFor(events.get(id)!))
    const beyond = heard.filter((row) => this.#crowd.isBeyond(row.tenant_id, row.weight))
    return new Set(beyond.map((row) => row.event_id))
  }

  // Those that stay must not keep the others from leaving: they are looked at again after a while.
  #hold(rows: WaitingEvent[]) {
    for (const { seq } of rows) this.#heldUntil.set(seq, Date.now() + HELD_FOR)
  }

  #held() {
    for (const [seq, until] of this.#heldUntil) if (until < Date.now()) this.#heldUntil.delete(seq)
    return [...this.#heldUntil.keys()]
  }

  /**
   * The ids of those that must stay: a worker wants them and its queue is not there to take them, or only a newer release
   * knows who wants them.
   */
  async #publish({ heard, audience, behind }: Batch) {
    if (heard.length === 0) return new Set<string>()
    // What stands behind others leaves behind them too.
    const events = partition(heard, ({ id }) => !behind.has(id)).flat()
    try {
      const { concerned } = audience
      await tracing.published(events, () => this.bus.publish(events, { behind, concerned }))
      this.#count(events, audience)
      return new Set<string>()
    } catch (error) {
      if (!(error instanceof UnroutableError)) throw error
      const wanted = error.events.filter((event) => audience.isThereFor(event))
      if (wanted.length > 0) await this.#declareQueues()
      return new Set(error.events.map(({ id }) => id))
    }
  }

  #count(events: RecordedEvent[], audience: Audience) {
    if (!this.report) return
    for (const event of events) for (const { name } of audience.queuesOf(event)) this.report.done(name, event)
  }

  async #declareQueues() {
    for (const queue of this.queues) await queue.declareOn(this.bus)
  }

  // Made before the batch is read: a call that comes while it is under way is not lost.
  #nextCall() {
    const called = new Promise<void>((resolve) => (this.#wake = resolve))
    return {
      within: async (milliseconds: number) => {
        const timer = setTimeout(this.#wake, milliseconds)
        if (!this.#isStopping) await called
        clearTimeout(timer)
      },
    }
  }
}

function partition<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

const traced = ({ event_id: id, trace_parent: trace }: WaitingEvent, events: Map<string, RecordedEvent>) => {
  const event = events.get(id)
  return event ? [Object.assign(event, { trace })] : []
}

/** Keeps the relays from their turn, so that events which nobody is to hear about can leave the outbox unheard. */
export function holdBackRelays<T>(work: () => Promise<T>): Promise<T> {
  return acrossTenants(async (trx) => {
    await trx.rawQuery(`select pg_advisory_xact_lock(${TURN})`)
    return work()
  })
}
