import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { UnroutableError, type Bus } from '#app/platform/bus/bus'
import type { Queue } from '#app/platform/bus/queues'
import { Audience } from '#app/platform/events/audience'
import { Crowd } from '#app/platform/events/crowd'
import { isKnown } from '#app/platform/events/event_versions'
import type { RecordedEvent } from '#app/platform/events/events'
import { faultPoint } from '#app/platform/events/fault_point'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import type { WaitingEvent } from '#app/platform/events/waiting_events'
import type { ProcessReport } from '#app/platform/telemetry/process_report'
import { tracing } from '#app/platform/telemetry/tracing'

/** Others may stand beside, and what is published is not certain to be forgotten until the end of a turn. */
const LONGEST_TURN = 1000
const HELD_FOR = 2000
/** So many batches are with the broker, so that it never waits for the next. */
const TOGETHER = 2

// The other way may just be taking out some of them too, and waiting for it could end in each waiting for the other: those are
// held like what the broker does not take, and are gone by then.
const FORGET = `
  delete from outbox
  where seq = any(array(select seq from outbox where seq = any(?::bigint[]) for update skip locked))
  returning seq`

type Batch = { rows: WaitingEvent[]; heard: RecordedEvent[]; audience: Audience; behind: Set<string> }
/** With the broker, and which of them it does not take. */
type Leaving = { rows: WaitingEvent[]; staying: Promise<Set<string>> }

/** Where the next batch comes from. */
export interface Waiting {
  /** Whether there is more than the last one. */
  readonly isMore: boolean
  /** All but those with these seqs; none while another relay has its turn. */
  take(trx: TransactionClientContract, held: number[]): Promise<WaitingEvent[]>
}

/**
 * Hands waiting events over to the bus, those of a company with more than its share behind the others. A row goes when the
 * broker has confirmed its event, in the same transaction that had the turn.
 */
export class Handover {
  #heldUntil = new Map<number, number>()
  #crowd = new Crowd()

  constructor(
    private bus: Bus,
    private queues: Queue[],
    private report?: ProcessReport
  ) {}

  /**
   * How many rows it took care of, batch after batch for so many milliseconds. The broker takes as long as the database: while
   * the one confirms, the other looks for what is next.
   */
  async takeTurn(waiting: Waiting, longest = LONGEST_TURN) {
    await this.bus.ready()
    return acrossTenants(async (trx) => {
      const until = performance.now() + longest
      const leaving: Leaving[] = []
      let count = 0
      for (let mayGoOn = true; mayGoOn || leaving.length > 0;) {
        if (mayGoOn && leaving.length < TOGETHER) {
          const seqs = leaving.flatMap(({ rows }) => rows.map(({ seq }) => seq))
          const batch = await this.#next(trx, waiting, seqs)
          if (batch) leaving.push(this.#publish(batch))
          mayGoOn = batch !== undefined && waiting.isMore && performance.now() < until
        } else {
          count += await this.#forget(trx, leaving.shift()!)
        }
      }
      return count
    })
  }

  /** What leaves next, but what is just leaving. */
  async #next(
    trx: TransactionClientContract,
    waiting: Waiting,
    leaving: number[]
  ): Promise<Batch | undefined> {
    const held = [...this.#held(), ...leaving]
    const rows = await waiting.take(trx, held)
    if (rows.length === 0) return
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

  /** How many of them the broker has taken. */
  async #forget(trx: TransactionClientContract, { rows, staying }: Leaving) {
    const held = await staying
    faultPoint('relay.published')
    const taken = rows.filter(({ event_id: id }) => !held.has(id)).map(({ seq }) => seq)
    const forgotten = await trx.rawQuery<{ rows: { seq: number }[] }>(FORGET, [taken])
    const gone = new Set(forgotten.rows.map(({ seq }) => seq))
    this.#hold(rows.filter(({ seq }) => !gone.has(seq)))
    return gone.size
  }

  // Those that stay must not keep the others from leaving: they are looked at again after a while.
  #hold(rows: WaitingEvent[]) {
    for (const { seq } of rows) this.#heldUntil.set(seq, Date.now() + HELD_FOR)
  }

  #held() {
    for (const [seq, until] of this.#heldUntil) if (until < Date.now()) this.#heldUntil.delete(seq)
    return [...this.#heldUntil.keys()]
  }

  #publish(batch: Batch): Leaving {
    const staying = this.#tell(batch)
    // Nobody waits for it any more when one before it has failed.
    staying.catch(() => {})
    return { rows: batch.rows, staying }
  }

  /**
   * The ids of those that must stay: a worker wants them and its queue is not there to take them, or only a newer release
   * knows who wants them.
   */
  async #tell({ heard, audience, behind }: Batch) {
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
      if (wanted.length > 0) await this.declareQueues()
      return new Set(error.events.map(({ id }) => id))
    }
  }

  #count(events: RecordedEvent[], audience: Audience) {
    if (!this.report) return
    for (const event of events) for (const { name } of audience.queuesOf(event)) this.report.done(name, event)
  }

  async declareQueues() {
    for (const queue of this.queues) await queue.declareOn(this.bus)
  }
}

function partition<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

const traced = ({ event_id: id, trace_parent: trace }: WaitingEvent, events: Map<string, RecordedEvent>) => {
  const event = events.get(id)
  return event ? [Object.assign(event, { trace })] : []
}
