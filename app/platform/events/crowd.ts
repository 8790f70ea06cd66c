const PER_SECOND = 20
const AT_ONCE = 100

type Allowance = { left: number; at: number }

/**
 * Tells a company of which more happens than its share: so many events at once, and so many a second from then on. What is
 * beyond that goes behind what happens elsewhere, and is late only where everything cannot be done at once.
 */
export class Crowd {
  #allowances = new Map<string, Allowance>()

  constructor(private now: () => number = Date.now) {}

  /** Counts one more event of the company. */
  isBeyond(tenantId: string, weight: number) {
    const now = this.now()
    const { left, at } = this.#allowances.get(tenantId) ?? { left: AT_ONCE * weight, at: now }
    const refilled = Math.min(AT_ONCE * weight, left + ((now - at) / 1000) * PER_SECOND * weight)
    const isBeyond = refilled < 1
    this.#allowances.set(tenantId, { left: isBeyond ? refilled : refilled - 1, at: now })
    return isBeyond
  }

  /** Those who have their whole share again need not be remembered. */
  forget() {
    const whole = (AT_ONCE / PER_SECOND) * 1000
    for (const [id, { at }] of this.#allowances) if (this.now() - at > whole) this.#allowances.delete(id)
  }
}
