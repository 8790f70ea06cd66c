import logger from '@adonisjs/core/services/logger'
import type { RecordedEvent } from '#app/platform/events/events'
import { isOutage } from '#app/platform/outage'

type Waiting = { event: RecordedEvent; resolve: () => void; reject: (error: unknown) => void }

/**
 * Works on events of several companies side by side. Those of one company that wait for a lane at the same time go together,
 * since most of the cost of a small effect is its transaction; when that fails, each half goes again, down to the one to blame.
 */
export class Lanes {
  #waiting: Waiting[] = []
  #busy = 0

  constructor(
    private size: { lanes: number; together: number },
    private work: (events: RecordedEvent[]) => Promise<void>
  ) {}

  do(event: RecordedEvent) {
    return new Promise<void>((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject })
      this.#start()
    })
  }

  #start() {
    if (this.#busy === this.size.lanes || this.#waiting.length === 0) return
    this.#busy++
    void this.#run(this.#take()).finally(() => {
      this.#busy--
      this.#start()
    })
  }

  #take() {
    const { tenantId } = this.#waiting[0].event
    const group = this.#waiting
      .filter(({ event }) => event.tenantId === tenantId)
      .slice(0, this.size.together)
    this.#waiting = this.#waiting.filter((one) => !group.includes(one))
    return group
  }

  async #run(group: Waiting[]): Promise<void> {
    try {
      await this.work(group.map(({ event }) => event))
      for (const { resolve } of group) resolve()
    } catch (error) {
      if (group.length === 1 || isOutage(error)) {
        for (const { reject } of group) reject(error)
      } else {
        logger.info(
          { err: error, events: group.length },
          'What went together failed, and goes again in halves'
        )
        const half = Math.ceil(group.length / 2)
        await this.#run(group.slice(0, half))
        await this.#run(group.slice(half))
      }
    }
  }
}
