import { GroupSize } from '#app/platform/events/group_size'
import { Presence } from '#app/platform/events/presence'

const MOST = 1000
const FEWEST = 100
const LONGEST_SHARED = 50

/**
 * How many waiting events go together: each batch costs something, but what another company's people do meanwhile waits for
 * its end. So while several are there, it is what takes a twentieth of a second.
 */
export class BatchSize {
  #presence: Presence
  #shared = new GroupSize({ fewest: FEWEST, most: MOST })

  constructor(now?: () => number) {
    this.#presence = new Presence(now)
  }

  get next() {
    return this.#presence.isShared ? this.#shared.within(LONGEST_SHARED) : MOST
  }

  notice(tenantId: string) {
    this.#presence.notice(tenantId)
  }

  /** So many took so long. */
  learn(count: number, milliseconds: number) {
    this.#shared.learn(count, milliseconds)
  }
}
