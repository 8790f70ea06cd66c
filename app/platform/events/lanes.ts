import logger from '@adonisjs/core/services/logger'
import type { RecordedEvent } from '#app/platform/events/events'
import { GroupSize } from '#app/platform/events/group_size'
import { Presence } from '#app/platform/events/presence'
import { isOutage } from '#app/platform/outage'

const LONGEST_UNIT = 100
const LONGEST_SHARED_UNIT = 25
const SMALLEST_UNIT = 6

type Waiting = { event: RecordedEvent; resolve: () => void; reject: (error: unknown) => void }

/**
 * Works on events of several companies side by side: in turn, and one company has no more than a third of the lanes, since
 * all of them share one processor and one database, and a few keep both busy. Those of one company that wait for a lane at
 * the same time go together, since most of the cost of a small effect is its transaction, but no more than take a tenth of
 * a second, for which the last of them and the next company would wait, and a few whatever they take: where the machine is
 * busy one alone takes longer than that, most of it for its transaction. When a unit fails, each half goes again, down to the one
 * to blame. While another company is there, one has a single lane and shorter units, and rests after each of which more waits
 * for as long as it took: what waits of it takes longer by little, and each step of the other would else stand behind a step of
 * every lane.
 */
export class Lanes {
  /** By company, the one whose turn it is first. */
  #waiting = new Map<string, Waiting[]>()
  #busy = new Map<string, number>()
  #resting = new Set<string>()
  #presence: Presence
  #free: number
  #perCompany: number
  #unit: GroupSize

  constructor(
    size: { lanes: number; together: number },
    private work: (events: RecordedEvent[]) => Promise<void>,
    private now = () => performance.now()
  ) {
    this.#presence = new Presence(now)
    this.#unit = new GroupSize({ fewest: SMALLEST_UNIT, most: size.together })
    this.#free = size.lanes
    this.#perCompany = Math.min(size.lanes, Math.max(2, Math.ceil(size.lanes / 3)))
  }

  do(event: RecordedEvent) {
    this.#presence.notice(event.tenantId)
    return new Promise<void>((resolve, reject) => {
      const waiting = this.#waiting.get(event.tenantId) ?? []
      waiting.push({ event, resolve, reject })
      this.#waiting.set(event.tenantId, waiting)
      this.#start()
    })
  }

  #start() {
    const next = this.#free > 0 && this.#waiting.keys().find((id) => this.#mayStart(id))
    if (!next) return
    const startedAt = this.now()
    this.#occupy(next, 1)
    void this.#run(this.#take(next)).finally(() => {
      this.#occupy(next, -1)
      this.#rest(next, this.now() - startedAt)
      this.#start()
    })
  }

  #mayStart = (tenantId: string) =>
    !this.#resting.has(tenantId) && this.#lanesOf(tenantId) < this.#roomOf(tenantId)

  #rest(tenantId: string, milliseconds: number) {
    if (!this.#waiting.has(tenantId) || this.#presence.isAlone(tenantId)) return
    this.#resting.add(tenantId)
    setTimeout(() => {
      this.#resting.delete(tenantId)
      this.#start()
    }, milliseconds)
  }

  #take(tenantId: string) {
    const waiting = this.#waiting.get(tenantId)!
    const longest = this.#presence.isAlone(tenantId) ? LONGEST_UNIT : LONGEST_SHARED_UNIT
    const group = waiting.splice(0, this.#unit.within(longest))
    this.#waiting.delete(tenantId)
    if (waiting.length > 0) this.#waiting.set(tenantId, waiting)
    return group
  }

  #roomOf = (tenantId: string) => (this.#presence.isAlone(tenantId) ? this.#perCompany : 1)

  #lanesOf = (tenantId: string) => this.#busy.get(tenantId) ?? 0

  #occupy(tenantId: string, lanes: 1 | -1) {
    this.#free -= lanes
    const busy = this.#lanesOf(tenantId) + lanes
    if (busy > 0) this.#busy.set(tenantId, busy)
    else this.#busy.delete(tenantId)
  }

  async #run(group: Waiting[]): Promise<void> {
    try {
      const startedAt = this.now()
      await this.work(group.map(({ event }) => event))
      this.#unit.learn(group.length, this.now() - startedAt)
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
