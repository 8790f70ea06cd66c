import { isOutage } from '#app/platform/outage'

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Small work of companies that comes one by one: what comes of a company at the same moment, or while it is at work for it
 * already, goes together, since most of the cost is the transaction. What fails together goes again one by one, so that
 * only the one to blame fails.
 */
export class Together<Item, Result = void> {
  #waiting = new Map<string, Waiting<Item, Result>[]>()
  #busy = new Set<string>()

  /** `work` gives a result for each item, in their order; what it does is one unit. */
  constructor(private work: (tenantId: string, items: Item[]) => Promise<Result[]>) {}

  do(tenantId: string, item: Item) {
    return new Promise<Result>((resolve, reject) => {
      const waiting = this.#waiting.get(tenantId) ?? []
      waiting.push({ item, resolve, reject })
      this.#waiting.set(tenantId, waiting)
      if (!this.#busy.has(tenantId)) void this.#work(tenantId)
    })
  }

  async #work(tenantId: string) {
    this.#busy.add(tenantId)
    await new Promise(setImmediate)
    for (let group = this.#take(tenantId); group; group = this.#take(tenantId))
      await this.#run(tenantId, group)
    this.#busy.delete(tenantId)
  }

  #take(tenantId: string) {
    const group = this.#waiting.get(tenantId)
    this.#waiting.delete(tenantId)
    return group
  }

  async #run(tenantId: string, group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(
        tenantId,
        group.map(({ item }) => item)
      )
      for (const [at, { resolve }] of group.entries()) resolve(results[at])
    } catch (error) {
      if (group.length === 1 || isOutage(error)) for (const { reject } of group) reject(error)
      else for (const one of group) await this.#run(tenantId, [one])
    }
  }
}
