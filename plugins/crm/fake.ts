import { randomUUID } from 'node:crypto'
import type {
  CrmAdapter,
  CrmCustomer,
  CrmCustomerFields,
  CrmSearch,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'

const COUNTRY = 'US'
const UNKNOWN = {
  email: null,
  phone: null,
  street: null,
  unit: null,
  postcode: null,
  city: null,
  region: null,
  notes: null,
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
const digits = (text: string) => text.replace(/\D/g, '')

/** Keeps customers in memory, for tests. `failNext` shows how a caller takes a failure. */
export class FakeCrm implements CrmAdapter {
  readonly name = 'fake'
  readonly capabilities = {
    searchBy: ['text', 'name', 'phone', 'email'],
    keeps: ['name', 'country', ...(Object.keys(UNKNOWN) as (keyof typeof UNKNOWN)[])],
    create: true,
    update: true,
    archive: true,
    restore: true,
    keys: true,
  } as const
  readonly customers = new Map<string, CrmCustomer>()
  readonly #keys = new Map<string, string>()
  #failure?: Error

  failNext(error: Error) {
    this.#failure = error
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    this.#failIfTold()
    const current = [...this.customers.values()].reverse().filter((customer) => !customer.isArchived)
    return current.filter((customer) => MATCHES[by](customer, value)).slice(0, limit)
  }

  async get(id: string) {
    this.#failIfTold()
    return this.customers.get(id) ?? null
  }

  async create(fields: NewCrmCustomer, key?: string) {
    this.#failIfTold()
    const known = key && (await this.createdWith(key))
    if (known) return known
    const customer = this.#keep({ ...UNKNOWN, id: randomUUID(), isArchived: false, ...fields })
    if (key) this.#keys.set(key, customer.id)
    return customer
  }

  async check(fields: NewCrmCustomer) {
    this.#failIfTold()
    refuseSenseless(fields)
  }

  async createdWith(key: string) {
    this.#failIfTold()
    return this.customers.get(this.#keys.get(key) ?? '') ?? null
  }

  async update(id: string, changes: Partial<CrmCustomerFields>) {
    this.#failIfTold()
    const customer = this.customers.get(id)
    if (!customer) throw new CrmRejectedError('There is no such customer')
    return this.#keep({ ...customer, ...changes })
  }

  async archive(id: string) {
    this.#putAway(id, true)
  }

  async restore(id: string) {
    this.#putAway(id, false)
  }

  #putAway(id: string, isArchived: boolean) {
    this.#failIfTold()
    const customer = this.customers.get(id)
    if (customer) this.#keep({ ...customer, isArchived })
  }

  async test() {
    this.#failIfTold()
  }

  #keep(fields: Omit<CrmCustomer, 'country' | 'updatedAt'> & { country?: string | null }) {
    refuseSenseless(fields)
    const customer = {
      ...fields,
      phone: fields.phone && e164(fields.phone),
      country: fields.country ?? COUNTRY,
      updatedAt: new Date().toISOString(),
    }
    this.customers.set(customer.id, customer)
    return customer
  }

  #failIfTold() {
    const failure = this.#failure
    this.#failure = undefined
    if (failure) throw failure
  }
}

function refuseSenseless({ name, phone }: NewCrmCustomer) {
  if (!name.trim()) throw new CrmRejectedError('A customer needs a name', 'name')
  if (phone && digits(e164(phone)).length < 8)
    throw new CrmRejectedError('This is not a phone number', 'phone')
}

const e164 = (typed: string) => (typed.startsWith('+') ? `+${digits(typed)}` : `+1${digits(typed)}`)

const MATCHES: Record<CrmSearch['by'], (customer: CrmCustomer, value: string) => boolean> = {
  text: ({ name, street, unit, city, postcode }, value) => {
    const known = words([name, street, unit, city, postcode].join(' '))
    return words(value).every((start) => known.some((word) => word.startsWith(start)))
  },
  name: ({ name }, value) => {
    const known = words(name)
    return words(value).every((start) => known.some((word) => word.startsWith(start)))
  },
  phone: ({ phone }, value) => phone !== null && phone === e164(value),
  email: ({ email }, value) => email?.toLowerCase() === value.trim().toLowerCase(),
}
