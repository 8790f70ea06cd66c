import logger from '@adonisjs/core/services/logger'
import type { RecordedEvent } from '#app/platform/events/events'

type Waiting = { event: RecordedEvent; resolve: () => void; reject: (error: unknown) => void }

/**
 * Works on events of several companies side by side. Those of one company that wait for a lane at the same time go together,
 * since most of the cost of a small effect is its transaction; when that fails, each goes again on its own.
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
      if (group.length === 1) {
        group[0].reject(error)
      } else {
        logger.info(
          { err: error, events: group.length },
          'What went together failed, and goes again one by one'
        )
        for (const one of group) await this.#run([one])
      }
    }
  }
}
