import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { Call } from '#app/platform/call'
import { acrossTenants } from '#app/platform/database/current'
import type { Bus } from '#app/platform/bus/bus'
import type { Queue } from '#app/platform/bus/queues'
import { Handover, type Waiting } from '#app/platform/events/handover'
import { FewWaiting, ManyWaiting, TURNS } from '#app/platform/events/waiting_events'
import { gatheringAfter } from '#app/platform/gathering'
import { Listener } from '#app/platform/live/listener'
import type { ProcessReport } from '#app/platform/telemetry/process_report'

/** Milliseconds after which it looks also where nobody has called. */
const POLL = 1000
const GATHERING = 10

/**
 * Moves committed events from the outbox to the bus, by two ways beside each other: what waits of a company of which only a few
 * events do never stands behind large batches of another. Relays stand side by side: one has the lock of a way for the length
 * of its turn, so the events of a subject leave in their order, and the next turn is whoever's comes first. When a company
 * comes to have many while its few are leaving, those may leave twice; no worker does them twice.
 */
export class Relay {
  #isStopping = false
  #many = new ManyWaiting()
  #few = new FewWaiting(this.#many)
  #calls = { few: new Call(), many: new Call() }
  #handover: Handover
  #running?: Promise<unknown>
  #listener = new Listener('outbox', {
    notify: () => this.#calls.few.give(),
    connect: () => this.#calls.few.give(),
  })

  constructor(
    bus: Bus,
    queues: Queue[],
    report?: ProcessReport,
    private poll = POLL
  ) {
    this.#handover = new Handover(bus, queues, report)
  }

  /** Whatever the workers want has its queue from now on, also while no worker runs. */
  async start() {
    await this.#handover.declareQueues()
    await this.#listener.open()
    const { few, many } = this.#calls
    this.#running = Promise.all([
      this.#run(this.#few, few, () => this.#many.isMore && many.give()),
      // The last of many are few.
      this.#run(this.#many, many, (count) => count > 0 && !this.#many.isMore && few.give()),
    ])
  }

  /** Finishes the batches in hand. */
  async stop() {
    this.#isStopping = true
    for (const call of Object.values(this.#calls)) call.end()
    await this.#listener.close()
    await this.#running
  }

  /** One turn of each way: how many rows were taken care of. */
  async takeTurn(longest?: number) {
    const few = await this.#handover.takeTurn(this.#few, longest)
    return few + (this.#many.isMore ? await this.#handover.takeTurn(this.#many, longest) : 0)
  }

  async #run(waiting: Waiting, call: Call, tellOther: (count: number) => unknown) {
    while (!this.#isStopping) {
      const called = call.next()
      const startedAt = performance.now()
      const count = await this.#tryTurn(waiting)
      tellOther(count)
      if (count > 0 && waiting.isMore) continue
      if (count > 0) await pause(gatheringAfter(performance.now() - startedAt, GATHERING))
      await called.within(this.poll)
    }
  }

  async #tryTurn(waiting: Waiting) {
    try {
      return await this.#handover.takeTurn(waiting)
    } catch (error) {
      logger.error({ err: error }, 'The relay could not hand over events, and will try again')
      return 0
    }
  }
}

/** Keeps the relays from their turns, so that events which nobody is to hear about can leave the outbox unheard. */
export function holdBackRelays<T>(work: () => Promise<T>): Promise<T> {
  return acrossTenants(async (trx) => {
    for (const turn of Object.values(TURNS)) await trx.rawQuery(`select pg_advisory_xact_lock(${turn})`)
    return work()
  })
}
