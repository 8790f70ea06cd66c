const PER_SECOND = 20
const AT_ONCE = 100
/** Seconds at most for which a company that is quiet again stands behind the others. */
const LONGEST_DEBT = 60

type Allowance = { left: number; at: number }

/**
 * Tells a company of which more happens than its share: so many events at once, and so many a second from then on. What is
 * beyond that goes behind what happens elsewhere, and is late only where everything cannot be done at once. It counts all the
 * same: who floods the others stands behind them until it is paid back, since even a few of its events at the front would stand
 * in the way for as long as there are more of them than can be handled.
 */
export class Crowd {
  #allowances = new Map<string, Allowance>()

  constructor(private now: () => number = Date.now) {}

  /** Counts one more event of the company. */
  isBeyond(tenantId: string, weight: number) {
    const now = this.now()
    const { left, at } = this.#allowances.get(tenantId) ?? { left: AT_ONCE * weight, at: now }
    const whole = AT_ONCE * weight
    const perSecond = PER_SECOND * weight
    const refilled = Math.min(whole, left + ((now - at) / 1000) * perSecond)
    this.#allowances.set(tenantId, { left: Math.max(refilled - 1, -LONGEST_DEBT * perSecond), at: now })
    return refilled < 1
  }

  /** Those who have their whole share again need not be remembered. */
  forget() {
    const longest = (LONGEST_DEBT + AT_ONCE / PER_SECOND) * 1000
    for (const [id, { at }] of this.#allowances) if (this.now() - at > longest) this.#allowances.delete(id)
  }
}
