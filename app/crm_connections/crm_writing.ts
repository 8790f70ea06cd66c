import { DateTime } from 'luxon'
import type { CrmAdapter } from '#plugins/crm/contract'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import { APART, push, type Pushed } from '#app/crm_connections/crm_push'

export type Inside = <T>(work: () => Promise<T>) => Promise<T>

/** `triedAt`: when a record was begun for which nobody has an answer. */
type Met = { customer: Customer; link: CrmLink; former: CrmLink[]; triedAt: Date | null }
type Way = { connection: CrmConnection; adapter: CrmAdapter; inside: Inside }

/** Writes customers to the system outside, each by one worker at a time, and outside of any unit. */
export class CrmWriting {
  constructor(
    private way: Way,
    private eventId: string
  ) {}

  /**
   * Whoever holds a customer writes what changes meanwhile too: nobody else has to wait for it. Answers what became of
   * them; `null` when another writes them.
   */
  async write(customerId: string): Promise<Pushed | null> {
    let first: Pushed | null = null
    for (let isBehind = true; isBehind;) {
      const written = await this.#writeOnce(customerId)
      isBehind = written?.isBehind ?? false
      first ??= written && written.pushed
    }
    return first
  }

  async #writeOnce(customerId: string) {
    const { adapter, inside } = this.way
    const met = await inside(() => this.#hold(customerId))
    if (!met) return null
    const { customer, link, former, triedAt } = met
    if (link.isClosed) return { pushed: await inside(() => this.#leave(link)), isBehind: false }
    try {
      const pushed = await push(adapter, customer, {
        known: link.externalId ?? null,
        key: link.createKey,
        triedAt,
        former: former.map((one) => one.externalId!),
        isTaken: (externalId) => inside(() => CrmLink.isTaken(this.way.connection, externalId, customer)),
      })
      return { pushed, isBehind: await inside(() => this.#note(met, pushed)) }
    } catch (error) {
      await inside(() => CrmLink.letGo(link.id, this.eventId))
      throw error
    }
  }

  async #hold(customerId: string): Promise<Met | null> {
    const { connection } = this.way
    const customer = await Customer.find(await Customer.survivorOf(customerId))
    const link = customer && (await CrmLink.hold(connection, customer, this.eventId))
    if (!link) return null
    const former = await CrmLink.ofMerged(connection, customer)
    const [heir] = former
    if (!link.externalId && heir) {
      former.shift()
      await heir.delete()
      await link.merge({ externalId: heir.externalId }).save()
    }
    const triedAt = link.triedAt?.toJSDate() ?? null
    if (!link.externalId && !link.triedAt) await link.merge({ triedAt: DateTime.utc() }).save()
    return { customer, link, former, triedAt }
  }

  async #leave(link: CrmLink): Promise<Pushed> {
    await CrmLink.letGo(link.id, this.eventId)
    const { externalId, failure } = link
    return {
      outcome: 'refuse',
      externalId,
      failure: failure ?? APART,
      isGone: link.goneAt !== null,
      ended: [],
    }
  }

  /** Answers whether there is more to write by now. */
  async #note({ customer, former }: Met, pushed: Pushed) {
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    if (!connection) return false
    await CrmLink.query().where('crmConnectionId', connection.id).whereIn('externalId', pushed.ended).delete()
    await (await CrmLink.of(connection, customer)).note(customer, pushed)
    await connection.noteSuccess()
    // Read only now that the link is locked: who finds it held after this has changed the customer before.
    const present = await Customer.findOrFail(customer.id)
    const hasChanged = present.updatedAt > customer.updatedAt || present.mergedInto !== customer.mergedInto
    const known = former.map(({ id }) => id)
    const mergedSince = (await CrmLink.ofMerged(connection, customer)).filter(({ id }) => !known.includes(id))
    return hasChanged || mergedSince.length > 0
  }
}
