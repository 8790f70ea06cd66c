import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import type { Bus, Reach, Subscribes } from '#app/platform/bus/bus'
import type { RecordedEvent } from '#app/platform/events/events'
import { faultPoint } from '#app/platform/events/fault_point'
import type { ProcessReport } from '#app/platform/telemetry/process_report'
import { Lanes } from '#app/platform/events/lanes'
import {
  consumerOf,
  deliver,
  deliverTogether,
  isManual,
  isSubscribed,
  type WorkerClass,
} from '#app/platform/events/worker'

type LazyWorker = () => Promise<{ default: WorkerClass }>
export type WorkerList = Record<string, LazyWorker[]>

const TOGETHER = 64
const IN_HAND = 16

/** A queue of events and the workers that read it. */
export class Queue {
  constructor(
    readonly name: string,
    readonly workers: WorkerClass[]
  ) {
    const stray = workers.find(({ queue }) => queue !== name)
    if (stray) {
      const message = `${stray.name} is listed under the queue ${name} but names ${stray.queue}`
      throw new Exception(message, { code: 'E_WORKER_QUEUE' })
    }
  }

  static async load(list: WorkerList) {
    const load = async ([name, lazy]: [string, LazyWorker[]]) =>
      new Queue(name, await Promise.all(lazy.map(async (one) => (await one()).default)))
    return Promise.all(Object.entries(list).map(load))
  }

  get subscribes(): Subscribes {
    if (this.workers.some(({ subscribes }) => subscribes === 'all')) return 'all'
    return [
      ...new Set(
        this.workers.flatMap(({ subscribes }) =>
          subscribes === 'all' ? [] : subscribes.map(({ name }) => name)
        )
      ),
    ]
  }

  /** The table in which the companies that it concerns have a row; null when it concerns all. */
  get companiesWith() {
    const [table = null, ...others] = new Set(this.workers.map((one) => one.companiesWith))
    return others.length > 0 ? null : table
  }

  listensTo(eventName: string) {
    return this.workers.some((worker) => isSubscribed(worker, eventName))
  }

  /** The columns of that table that say what a row asks for; null when it asks for all. */
  get askedIn() {
    return this.workers.find(({ askedIn }) => askedIn)?.askedIn ?? null
  }

  /** Whether a company hears of it there that asks for these names, or for all. */
  isAskedFor(eventName: string, names: string[] | null) {
    const asking = this.workers.filter((worker) => isSubscribed(worker, eventName))
    return asking.some(({ askedIn }) => askedIn === null || names === null || names.includes(eventName))
  }

  /** Which named events are owed to which of its workers. */
  get owed() {
    return this.workers.flatMap((worker) =>
      worker.subscribes === 'all'
        ? []
        : worker.subscribes.map(({ name }) => ({ name, queue: this.name, consumer: consumerOf(worker) }))
    )
  }

  declareOn(bus: Bus) {
    return bus.declare(this.name, this.#reach)
  }

  get #reach(): Reach {
    return { subscribes: this.subscribes, isNarrow: this.companiesWith !== null }
  }

  /** With so many units at a time; what works on its own, for long perhaps, does not wait for others. */
  consumeFrom(bus: Bus, units: number, report?: ProcessReport) {
    const together = this.workers.some(isManual) ? 1 : TOGETHER
    const lanes = new Lanes({ lanes: units, together }, (events) => this.handle(...events))
    const options = { ...this.#reach, concurrency: units * Math.min(together, IN_HAND) }
    return bus.consume(this.name, options, (event) =>
      lanes.do(event).then(
        () => report?.done(this.name, event),
        (error) => {
          report?.failed(this.name)
          const about = { event: event.name, id: event.id, tenant: event.tenantId, queue: this.name }
          logger.error({ err: error, ...about }, 'An event could not be handled')
          throw error
        }
      )
    )
  }

  /** Events of one tenant. The binding may be wider than the workers of today: what nobody here wants is simply done. */
  async handle(...events: RecordedEvent[]) {
    if (events.length === 1) {
      await deliver(events[0], this.workers)
    } else {
      await deliverTogether(events, this.workers)
    }
    faultPoint('worker.committed')
  }
}
