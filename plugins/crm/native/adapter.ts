import type {
  CrmAdapter,
  CrmCustomerFields,
  CrmSearch,
  CrmValues,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import { FIELDS, PLACES, toCrmCustomer } from '#plugins/crm/native/mapper'
import Customer, { reversedDigits } from '#app/customers/customer'
import { CustomerSearch } from '#app/customers/customer_search'
import { CustomerPhoneError } from '#app/customers/errors'
import { toE164 } from '#app/platform/phone'
import Tenant from '#app/tenancy/tenant'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The company's customers in our own database, in the caller's unit of work. */
export default class NativeCrm implements CrmAdapter {
  static label = 'Latchkey'
  static host = null
  static contract = 2
  static settings = []

  readonly name = 'native'
  readonly capabilities = {
    searchBy: ['text', 'phone', 'email'],
    keeps: Customer.history,
    places: PLACES,
    create: true,
    update: true,
    archive: true,
    restore: true,
    keys: true,
    fields: true,
    changes: false,
  } as const

  async search({ by, value, limit = 25 }: CrmSearch) {
    if (by === 'name') throw new CrmNotSupportedError(this.name, 'search names alone')
    const { country } = await Tenant.current()
    const current = () => Customer.query().whereNull('archivedAt')
    const exact = () => current().orderBy('id', 'desc').limit(limit)
    if (by === 'phone')
      return (await exact().where('phoneRev', reversedDigits(toE164(value, country) ?? ''))).map(
        toCrmCustomer
      )
    if (by === 'email')
      return (await exact().where('emailNorm', value.trim().toLowerCase())).map(toCrmCustomer)
    return (await new CustomerSearch(value, country).newest(current, { limit })).map(toCrmCustomer)
  }

  async get(id: string) {
    const customer = await this.#find(id)
    const survivor = customer?.mergedInto ? await Customer.find(customer.mergedInto) : customer
    return survivor && toCrmCustomer(survivor)
  }

  async create(given: NewCrmCustomer, key?: string, values?: CrmValues) {
    const known = key && (await this.createdWith(key))
    if (known) return known
    const fields = { ...given, ...values } as NewCrmCustomer
    const country = fields.country ?? (await Tenant.current()).country
    return this.#kept(fields, () => Customer.register({ ...fields, country }, key))
  }

  async check({ name, phone, country }: NewCrmCustomer) {
    if (!name.trim()) throw new CrmRejectedError('A customer needs a name', 'name')
    if (phone && !toE164(phone, country ?? (await Tenant.current()).country))
      throw new CrmRejectedError(CustomerPhoneError.message, 'phone')
  }

  async createdWith(key: string) {
    const customer = await Customer.takenInBefore(key)
    return customer && toCrmCustomer(customer)
  }

  async update(id: string, given: Partial<CrmCustomerFields>, values?: CrmValues) {
    const { country, ...changes } = { ...given, ...values } as Partial<CrmCustomerFields>
    const customer = await this.#find(id)
    if (!customer) throw new CrmGoneError()
    const to = country === null ? (await Tenant.current()).country : country
    return this.#kept(changes, async () => {
      await customer.revise({ ...changes, country: to })
      return customer
    })
  }

  async archive(id: string) {
    const customer = await this.#find(id)
    await customer?.archive()
  }

  async restore(id: string) {
    const customer = await this.#find(id)
    await customer?.restore()
  }

  async fields() {
    return FIELDS
  }

  /** Whoever wants to know of our own customers hears their events. */
  async changes(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'tell what has changed')
  }

  async missing(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'tell what is missing')
  }

  /** Our own tables are always there. */
  async test() {}

  async #find(id: string) {
    return UUID.test(id) ? Customer.find(id) : null
  }

  async #kept({ name }: { name?: string }, write: () => Promise<Customer>) {
    if (name?.trim() === '') throw new CrmRejectedError('A customer needs a name', 'name')
    try {
      return toCrmCustomer(await write())
    } catch (error) {
      if (error instanceof CustomerPhoneError)
        throw new CrmRejectedError(error.message, 'phone', { cause: error })
      throw error
    }
  }
}
