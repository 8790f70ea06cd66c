import { Exception } from '@adonisjs/core/exceptions'
import type { Bus, Subscribes } from '#app/platform/bus'
import type { RecordedEvent } from '#app/platform/events'
import { faultPoint } from '#app/platform/fault_point'
import { deliver, isSubscribed, type WorkerClass } from '#app/platform/worker'

type LazyWorker = () => Promise<{ default: WorkerClass }>
export type WorkerList = Record<string, LazyWorker[]>

/** A queue of events and the workers that read it. */
export class Queue {
  constructor(
    readonly name: string,
    readonly workers: WorkerClass[]
  ) {
    const stray = workers.find(({ queue }) => queue !== name)
    if (stray)
      throw new Exception(`${stray.name} is listed under the queue ${name} but names ${stray.queue}`, {
        code: 'E_WORKER_QUEUE',
      })
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

  listensTo(eventName: string) {
    return this.workers.some((worker) => isSubscribed(worker, eventName))
  }

  declareOn(bus: Bus) {
    return bus.declare(this.name, this.subscribes)
  }

  consumeFrom(bus: Bus, concurrency: number) {
    return bus.consume(this.name, { subscribes: this.subscribes, concurrency }, (event) => this.handle(event))
  }

  /** The binding may be wider than the workers of today: events nobody here wants any more are simply done. */
  async handle(event: RecordedEvent) {
    for (const worker of this.workers) {
      if (isSubscribed(worker, event.name)) await deliver(event, worker)
    }
    faultPoint('worker.committed')
  }
}
