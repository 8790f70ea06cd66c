import { DateTime } from 'luxon'
import type { CrmCustomer } from '#plugins/crm/contract'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import { isFirm, keepFirm, type Firm } from '#app/crm_connections/crm_firm'
import CrmLink from '#app/crm_connections/crm_link'
import { APART, push, type Pushed } from '#app/crm_connections/crm_push'
import { takeOver } from '#app/crm_connections/crm_reading'

export type Inside = <T>(work: () => Promise<T>) => Promise<T>

/** `triedAt`: when a record was begun for which nobody has an answer. */
type Met = {
  customer: Customer
  link: CrmLink
  former: CrmLink[]
  triedAt: Date | null
  /** Whether they are to have a company there. */
  isFirm: boolean
}
type Way = MappedWay & { connection: CrmConnection; inside: Inside }

/** Writes customers to the system outside, each by one worker at a time, and outside of any unit. */
export class CrmWriting {
  constructor(
    private way: Way,
    private eventId: string,
    private isForced = false
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
    const { inside } = this.way
    const met = await inside(() => this.#hold(customerId))
    if (!met) return null
    const { customer, link, former, triedAt } = met
    if (link.isClosed) return { pushed: await inside(() => this.#leave(met)), isBehind: false }
    try {
      const pushed = await push(this.way, customer, {
        known: link.externalId ?? null,
        key: link.createKey,
        triedAt,
        former: former.map((one) => one.externalId!),
        takeOver: (there) => inside(() => this.#takeOver(met, there)),
        isTaken: (externalId) => inside(() => CrmLink.isTaken(this.way.connection, externalId, customer)),
      })
      const firm = await this.#firmOf(met, pushed)
      return { pushed, isBehind: await inside(() => this.#note(met, pushed, firm)) }
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
    if (!this.isForced && former.length === 0 && link.isUpToDate(customer)) {
      await CrmLink.letGo(link.id, this.eventId)
      return null
    }
    const [heir] = former
    if (!link.externalId && heir) {
      former.shift()
      await heir.delete()
      await link.merge(recordOf(heir)).save()
    }
    const triedAt = link.triedAt?.toJSDate() ?? null
    if (!link.externalId && !link.triedAt) await link.merge({ triedAt: DateTime.utc() }).save()
    return { customer, link, former, triedAt, isFirm: await isFirm(connection, customer) }
  }

  async #leave({ customer, link }: Met): Promise<Pushed> {
    await CrmLink.letGo(link.id, this.eventId)
    const { externalId, failure, goneAt } = link
    const [isGone, nothing] = [goneAt !== null, { mergedInto: null, ended: [], there: null }]
    return { outcome: 'refuse', externalId, failure: failure ?? APART, isGone, customer, ...nothing }
  }

  /** Of somebody who changes them here at this moment, whichever comes first is seen by the other. */
  async #takeOver({ customer, link }: Met, there: CrmCustomer) {
    const present = await Customer.query().where('id', customer.id).forUpdate().firstOrFail()
    return takeOver(this.way.mapping, link, present, there)
  }

  /** `null`: they are no firm, as far as anybody said, or are not there. */
  async #firmOf({ link, isFirm: isOne }: Met, { customer, externalId, there }: Pushed) {
    const { adapter } = this.way
    if (!isOne || !there || !externalId || !adapter.companies) return null
    const { companyId = null, companyName = null } = link
    return keepFirm(adapter, customer, { externalId, companyId, companyName })
  }

  /** Answers whether there is more to write by now. */
  async #note({ former }: Met, pushed: Pushed, firm: Firm | null) {
    const { customer, there } = pushed
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    if (!connection) return false
    await CrmLink.query().where('crmConnectionId', connection.id).whereIn('externalId', pushed.ended).delete()
    const link = await CrmLink.of(connection, customer)
    if (there) link.lastValues = this.way.mapping.marksOf(customer, there)
    const isSettled = !link.externalId || pushed.isGone
    const { failure, ...company } = firm ?? NO_FIRM
    await link.merge(company).note(customer, { ...pushed, failure: pushed.failure ?? failure ?? null })
    if (isSettled) await link.noteSettled(connection)
    // What was written last there is this one's; the record is the other's, who is written over it.
    if (pushed.mergedInto)
      await (await CrmLink.standing(connection).where('externalId', pushed.mergedInto).first())?.noteChange()
    await connection.noteSuccess()
    // Read only now that the link is locked: who finds it held after this has changed the customer before.
    const present = await Customer.findOrFail(customer.id)
    const hasChanged = present.updatedAt > customer.updatedAt || present.mergedInto !== customer.mergedInto
    const known = former.map(({ id }) => id)
    const mergedSince = (await CrmLink.ofMerged(connection, customer)).filter(({ id }) => !known.includes(id))
    return hasChanged || mergedSince.length > 0
  }
}

const NO_FIRM: Partial<Firm> = {}
const recordOf = ({ externalId, companyId, companyName }: CrmLink) => ({ externalId, companyId, companyName })
