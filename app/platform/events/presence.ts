const LASTING = 1000

/** Which companies something happens in just now. */
export class Presence {
  /** Who came last, and the last of all others. */
  #last: { tenantId: string; at: number }[] = []

  constructor(private now = () => performance.now()) {}

  notice(tenantId: string) {
    const others = this.#last.filter((one) => one.tenantId !== tenantId)
    this.#last = [{ tenantId, at: this.now() }, ...others.slice(0, 1)]
  }

  isAlone(tenantId: string) {
    return !this.#isThere(this.#last.find((one) => one.tenantId !== tenantId))
  }

  #isThere = (one?: { at: number }) => one !== undefined && this.now() - one.at <= LASTING
}
