import type { CrmAdapter } from '#plugins/crm/contract'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import { push, type Outcome } from '#app/crm_connections/crm_push'

export type Inside = <T>(work: () => Promise<T>) => Promise<T>

type Met = { customer: Customer; link: CrmLink; former: CrmLink[] }
type Way = { connection: CrmConnection; adapter: CrmAdapter; inside: Inside }

/** Writes customers to the system outside, each by one worker at a time, and outside of any unit. */
export class CrmWriting {
  constructor(
    private way: Way,
    private eventId: string
  ) {}

  /** Whoever holds a customer writes what changes meanwhile too: nobody else has to wait for it. */
  async write(customerId: string) {
    for (let isBehind = true; isBehind;) isBehind = await this.#writeOnce(customerId)
  }

  async #writeOnce(customerId: string) {
    const { adapter, inside } = this.way
    const met = await inside(() => this.#hold(customerId))
    if (!met) return false
    const { customer, link, former } = met
    try {
      const outcome = await push(adapter, customer, {
        known: link.externalId ?? null,
        former: former.map((one) => one.externalId!),
        isTaken: (externalId) => inside(() => this.#isTaken(externalId, customer)),
      })
      return await inside(() => this.#note(met, outcome))
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
    return { customer, link, former }
  }

  async #isTaken(externalId: string, { id }: Customer) {
    const other = CrmLink.query().where({ crmConnectionId: this.way.connection.id, externalId })
    return Boolean(await other.whereNot('customerId', id).first())
  }

  /** Answers whether there is more to write by now. */
  async #note({ customer, former }: Met, outcome: Outcome) {
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    if (!connection) return false
    await CrmLink.query()
      .where('crmConnectionId', connection.id)
      .whereIn('externalId', outcome.ended)
      .delete()
    await (await CrmLink.of(connection, customer)).note(customer, outcome)
    await connection.noteSuccess()
    // Read only now that the link is locked: who finds it held after this has changed the customer before.
    const present = await Customer.findOrFail(customer.id)
    const hasChanged = present.updatedAt > customer.updatedAt || present.mergedInto !== customer.mergedInto
    const known = former.map(({ id }) => id)
    const mergedSince = (await CrmLink.ofMerged(connection, customer)).filter(({ id }) => !known.includes(id))
    return hasChanged || mergedSince.length > 0
  }
}
