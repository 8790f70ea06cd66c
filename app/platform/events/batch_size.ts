import { Presence } from '#app/platform/events/presence'

const MOST = 1000
const FEWEST = 100
const LONGEST_SHARED = 50
const YIELDING = 0.2

/**
 * How many waiting events go together: each batch costs something, but what another company's people do meanwhile waits for
 * its end. So while several are there, it is what takes a twentieth of a second.
 */
export class BatchSize {
  #presence: Presence
  /** Milliseconds, of late. */
  #perEvent = 0

  constructor(now?: () => number) {
    this.#presence = new Presence(now)
  }

  get next() {
    if (!this.#presence.isShared) return MOST
    return Math.min(MOST, Math.max(FEWEST, Math.floor(LONGEST_SHARED / this.#perEvent)))
  }

  notice(tenantId: string) {
    this.#presence.notice(tenantId)
  }

  /** So many took so long. */
  learn(count: number, milliseconds: number) {
    this.#perEvent += YIELDING * (milliseconds / count - this.#perEvent)
  }
}
