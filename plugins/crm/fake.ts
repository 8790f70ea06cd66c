import { randomUUID } from 'node:crypto'
import type {
  CrmAdapter,
  CrmCompanies,
  CrmCompany,
  CrmCreation,
  CrmCustomer,
  CrmCustomerFields,
  CrmDeal,
  CrmDeals,
  CrmField,
  CrmNote,
  CrmOwner,
  CrmPipeline,
  CrmSearch,
  CrmValues,
  NewCrmCustomer,
  NewCrmDeal,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmRejectedError, CrmStageGoneError } from '#plugins/crm/errors'
import { refuseNameless } from '#plugins/crm/company_name'
import { NOTHING_KNOWN } from '#plugins/crm/values'

const COUNTRY = 'US'
const NAMES = ['name', 'country', ...Object.keys(NOTHING_KNOWN)] as (keyof CrmCustomerFields)[]
const PAGE = 100

const fieldOf = (name: string, isCustom = false): CrmField => ({
  name,
  label: name,
  type: 'text',
  choices: [],
  isWritable: true,
  isRequired: name === 'name',
  isCustom,
  maxLength: null,
})

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
    keeps: NAMES,
    places: Object.fromEntries(NAMES.map((name) => [name, [name]])),
    create: true,
    update: true,
    archive: true,
    restore: true,
    keys: true,
    fields: true,
    changes: true,
    batch: PAGE,
  } as const
  readonly ownFields = [...NAMES.map((name) => fieldOf(name)), fieldOf('shoe_size', true)]
  readonly customers = new Map<string, CrmCustomer>()
  readonly people: CrmOwner[] = [{ id: 'owner-1', name: 'Mia Chen', email: 'mia@brightwater.example' }]
  readonly notes: (CrmNote & { customerId: string; dealId?: string })[] = []
  readonly deals = new FakeDeals(this.customers)
  readonly companies = new FakeCompanies(this.customers)
  readonly #keys = new Map<string, string>()
  readonly #changed: string[] = []
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

  async create(fields: NewCrmCustomer, key?: string, values?: CrmValues) {
    this.#failIfTold()
    const known = key && (await this.createdWith(key))
    if (known) return known
    const customer = this.#keep({
      ...NOTHING_KNOWN,
      id: randomUUID(),
      isArchived: false,
      ...fields,
      ...held({}, values),
    })
    if (key) this.#keys.set(key, customer.id)
    return customer
  }

  async list(cursor: string | null) {
    this.#failIfTold()
    const from = Number(cursor ?? 0)
    const current = [...this.customers.values()].filter((customer) => !customer.isArchived)
    const next = from + PAGE
    return { customers: current.slice(from, next), cursor: next < current.length ? String(next) : null }
  }

  async createAll(creations: readonly CrmCreation[]) {
    this.#failIfTold()
    const made: (CrmCustomer | null)[] = []
    for (const { fields, key, values } of creations)
      made.push(await this.create(fields, key, values).catch(nullIfRejected))
    return made
  }

  async check(fields: NewCrmCustomer) {
    this.#failIfTold()
    refuseSenseless(fields)
  }

  async createdWith(key: string) {
    this.#failIfTold()
    return this.customers.get(this.#keys.get(key) ?? '') ?? null
  }

  async update(id: string, changes: Partial<CrmCustomerFields>, values?: CrmValues) {
    this.#failIfTold()
    const customer = this.customers.get(id)
    if (!customer) throw new CrmGoneError()
    return this.#keep({ ...customer, ...changes, ...held(customer.values, values) })
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

  async fields() {
    this.#failIfTold()
    return this.ownFields
  }

  async changes(cursor: string | null) {
    this.#failIfTold()
    const from = Number(cursor ?? this.#changed.length)
    const ids = this.#changed.slice(from, from + PAGE)
    const customers = ids.flatMap((id) => this.customers.get(id) ?? [])
    const ended = ids.filter((id) => !this.customers.has(id)).map((id) => ({ id, into: null }))
    const next = from + ids.length
    return { customers, ended, cursor: String(next), isMore: next < this.#changed.length }
  }

  async missing(ids: readonly string[]) {
    this.#failIfTold()
    return ids.filter((id) => !this.customers.has(id))
  }

  async test() {
    this.#failIfTold()
  }

  async owners(email?: string) {
    this.#failIfTold()
    return this.people.filter((one) => email === undefined || one.email === email.toLowerCase())
  }

  async addNote(note: CrmNote, on: { customerId: string; dealId?: string }) {
    this.#failIfTold()
    if (!this.customers.has(on.customerId)) throw new CrmGoneError()
    if (on.dealId !== undefined && !(await this.deals.get(on.dealId))) throw new CrmGoneError('deal')
    const isThere = this.notes.some(
      ({ at, ...known }) => at === note.at && known.customerId === on.customerId
    )
    if (!isThere) this.notes.push({ ...note, ...on })
  }

  pageOf(what: 'customer' | 'deal', id: string) {
    return `https://crm.example/${what}/${id}`
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
    this.#changed.push(customer.id)
    return customer
  }

  #failIfTold() {
    const failure = this.#failure
    this.#failure = undefined
    if (failure) throw failure
  }
}

export class FakeDeals implements CrmDeals {
  readonly kept = new Map<string, CrmDeal & { customerId: string }>()
  readonly #keys = new Map<string, string>()
  readonly #merged = new Map<string, string>()
  readonly ways: CrmPipeline[] = [
    {
      id: 'sales',
      label: 'Sales',
      stages: [
        { id: 'open', label: 'Open', end: null },
        { id: 'won', label: 'Won', end: 'won' },
        { id: 'lost', label: 'Lost', end: 'lost' },
      ],
    },
  ]

  constructor(private customers: ReadonlyMap<string, unknown>) {}

  async pipelines() {
    return this.ways
  }

  /** Somebody merges the second into the first there. */
  merge(id: string, other: string) {
    this.kept.delete(other)
    this.#merged.set(other, id)
  }

  async get(id: string) {
    return toDeal(this.kept.get(this.#merged.get(id) ?? id))
  }

  async merged(ids: readonly string[]) {
    return ids.filter((id) => this.#merged.has(id))
  }

  async create(customerId: string, deal: NewCrmDeal, key: string) {
    const known = await this.get(this.#keys.get(key) ?? '')
    if (known) return known
    if (!this.customers.has(customerId)) throw new CrmGoneError()
    this.#requireStage(deal)
    const made = { ownerId: null, ...deal, id: randomUUID(), customerId }
    this.kept.set(made.id, made)
    this.#keys.set(key, made.id)
    return toDeal(made)!
  }

  async update(id: string, changes: Partial<NewCrmDeal>) {
    const deal = this.kept.get(id)
    const there = toDeal(deal) ?? (await this.get(id))
    if (!there) throw new CrmGoneError('deal')
    if (!deal) return there
    const changed = { ...deal, ...changes }
    this.#requireStage(changed)
    this.kept.set(id, changed)
    return toDeal(changed)!
  }

  #requireStage({ pipelineId, stageId }: Pick<CrmDeal, 'pipelineId' | 'stageId'>) {
    const way = this.ways.find(({ id }) => id === pipelineId)
    if (!way?.stages.some(({ id }) => id === stageId)) throw new CrmStageGoneError()
  }
}

export class FakeCompanies implements CrmCompanies {
  readonly kept = new Map<string, CrmCompany>()
  /** By the customer whose it is. */
  readonly of = new Map<string, string>()

  constructor(private customers: ReadonlyMap<string, unknown>) {}

  async create(customerId: string, { name }: { name: string }) {
    if (!this.customers.has(customerId)) throw new CrmGoneError()
    refuseNameless(name)
    const known = this.kept.get(this.of.get(customerId) ?? '')
    if (known) return known
    const company = { id: randomUUID(), name }
    this.kept.set(company.id, company)
    this.of.set(customerId, company.id)
    return company
  }

  async rename(id: string, name: string) {
    if (!this.kept.has(id)) throw new CrmGoneError('company')
    const company = { id, name }
    this.kept.set(id, company)
    return company
  }
}

function toDeal(kept: (CrmDeal & { customerId: string }) | undefined): CrmDeal | null {
  if (!kept) return null
  const { customerId: _, ...deal } = kept
  return deal
}

function refuseSenseless({ name, phone }: NewCrmCustomer) {
  if (!name.trim()) throw new CrmRejectedError('A customer needs a name', 'name')
  if (phone && digits(e164(phone)).length < 8)
    throw new CrmRejectedError('This is not a phone number', 'phone')
}

function nullIfRejected(error: Error) {
  if (error instanceof CrmRejectedError) return null
  throw error
}

const held = (kept: CrmValues | undefined, values: CrmValues | undefined) =>
  values ? { values: { ...kept, ...values } } : {}

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
