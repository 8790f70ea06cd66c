import type { Ledger } from '#tests/faults/campaign/ledger'
import type { Load } from '#tests/faults/campaign/load'
import type { Observer } from '#tests/faults/campaign/observer'
import type { Stage } from '#tests/faults/campaign/stage'
import type { Kill } from '#tests/faults/campaign/faults'
import { until } from '#tests/until'

const WITHIN = 90_000
const RESTART = 20_000

/** Waits until what was killed is back, and tells the ledger how long the product needed from then on. */
export class Comeback {
  constructor(
    private stage: Stage,
    private load: Load,
    private observer: Observer,
    private ledger: Ledger
  ) {}

  /** `isMeasured` is for kills that nothing else disturbs. */
  async after({ hits, name, point }: Kill, { killedAt, deaths, isMeasured }: Before) {
    const { stage } = this
    if (point) {
      // It dies a second time, at its point, as soon as there is something to do.
      await until(() => (stage.kills.get(name) ?? 0) > deaths, { within: RESTART }).catch(() => {})
    }
    const back = { web: 'web', database: 'database', broker: 'broker (first event out)' }
    if (hits === 'other') return
    const milliseconds =
      hits === 'broker'
        ? await this.#firstEventOut()
        : await this.#firstWrite(killedAt, () => (hits === 'web' ? stage.isWebUp() : stage.isDatabaseUp()))
    if (isMeasured) await this.ledger.write({ is: 'back', what: back[hits], milliseconds })
  }

  /** From the moment that it is up to the first answer to a write that was begun after the kill. */
  async #firstWrite(killedAt: number, isUp: () => Promise<boolean>) {
    let writtenAt = 0
    this.load.onWrite = (startedAt) => {
      if (startedAt > killedAt) writtenAt ||= Date.now()
    }
    await until(isUp, { within: WITHIN, what: 'what was killed is up again' })
    const upAt = Date.now()
    await until(() => writtenAt, { within: WITHIN, what: 'a write succeeds again' })
    return Math.max(0, writtenAt - upAt)
  }

  async #firstEventOut() {
    const upAt = Date.now()
    const [{ seq }] = await this.observer.ask<{ seq: number | null }>('select min(seq) as seq from outbox')
    const hasLeft = async () => (await this.observer.countNow(`outbox where seq = ${seq}`)) === 0
    if (seq) await until(hasLeft, { within: WITHIN, what: 'events leave again' })
    return Date.now() - upAt
  }
}

type Before = { killedAt: number; deaths: number; isMeasured: boolean }
