import type {
  CrmAdapter,
  CrmConnection,
  CrmCustomerFields,
  CrmSearch,
  CrmValues,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError } from '#plugins/crm/errors'
import { e164 } from '#plugins/crm/phone'
import { ExampleClient, usageIn } from '#plugins/crm/example/client'
import {
  KEEPS,
  PLACES,
  toCustomer,
  toField,
  toPerson,
  type Field,
  type Person,
} from '#plugins/crm/example/mapper'

type Changes = {
  people: Person[]
  removed: { id: string; into: string | null }[]
  next: string
  more: boolean
}

const PEOPLE = '/v1/people'
const ID = /^\d+$/
/** The most that is listed at once. */
const PAGE = 100
const KEYS = 'keep the key of a submission'

/**
 * A company's people in Example: an invented system with a plain API, from which `make:plugin` makes new adapters. It has no
 * deals, owners, notes and companies, and so leaves those members out: nobody is offered them.
 */
export default class ExampleCrm implements CrmAdapter {
  static label = 'Example'
  static host = 'https://api.example.com'
  static contract = 2
  static settings = [
    { name: 'token', label: 'Access token', help: 'In Example: Settings, Access tokens.', isSecret: true },
  ]

  static usageIn = usageIn

  readonly name = 'example'
  readonly capabilities = {
    searchBy: ['text', 'name', 'phone', 'email'],
    keeps: KEEPS,
    places: PLACES,
    create: true,
    update: true,
    archive: true,
    restore: true,
    keys: false,
    fields: true,
    changes: true,
  } as const
  #client: ExampleClient

  constructor(private connection: CrmConnection) {
    this.#client = new ExampleClient(connection)
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    const sought = by === 'phone' ? e164(value, this.connection.country) : value.trim()
    if (!sought) return []
    const query = new URLSearchParams({ [by]: sought, limit: String(limit) })
    const answer = await this.#client.call<{ people: Person[] }>('GET', `${PEOPLE}?${query}`)
    return answer!.people.map((person) => this.#read(person))
  }

  async get(id: string) {
    const person = ID.test(id) ? await this.#client.call<Person>('GET', `${PEOPLE}/${id}`) : null
    return person && this.#read(person)
  }

  async create(fields: NewCrmCustomer, key?: string, values?: CrmValues) {
    if (key) throw new CrmNotSupportedError(this.name, KEYS)
    const own = toPerson({ ...fields, country: fields.country ?? null }, this.connection.country)
    const person = { ...own, ...values }
    return this.#read((await this.#client.call<Person>('POST', PEOPLE, person))!)
  }

  async list(cursor: string | null) {
    const query = new URLSearchParams({ after: cursor ?? '0', limit: String(PAGE) })
    const { people } = (await this.#client.call<{ people: Person[] }>('GET', `${PEOPLE}?${query}`))!
    return { customers: people.map(this.#read), cursor: people.length < PAGE ? null : people.at(-1)!.id }
  }

  async check(fields: NewCrmCustomer) {
    toPerson(fields, this.connection.country)
  }

  async createdWith(): Promise<never> {
    throw new CrmNotSupportedError(this.name, KEYS)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>, values?: CrmValues) {
    const person = await this.#change(id, { ...toPerson(changes, this.connection.country), ...values })
    if (!person) throw new CrmGoneError()
    return this.#read(person)
  }

  async archive(id: string) {
    await this.#change(id, { archived: true })
  }

  async restore(id: string) {
    await this.#change(id, { archived: false })
  }

  async fields() {
    const answer = await this.#client.call<{ fields: Field[] }>('GET', '/v1/fields')
    return answer!.fields.map(toField)
  }

  async changes(cursor: string | null) {
    const query = new URLSearchParams(cursor ? { after: cursor } : {})
    const answer = await this.#client.call<Changes>('GET', `/v1/changes?${query}`)
    const { people, removed, next, more } = answer!
    return { customers: people.map(this.#read), ended: removed, cursor: next, isMore: more }
  }

  async missing(ids: readonly string[]) {
    const query = new URLSearchParams({ ids: ids.filter((id) => ID.test(id)).join() })
    const answer = await this.#client.call<{ people: Person[] }>('GET', `${PEOPLE}?${query}`)
    const there = new Set(answer!.people.map(({ id }) => id))
    return ids.filter((id) => !there.has(id))
  }

  async test() {
    await this.#client.call('GET', `${PEOPLE}?limit=1`)
  }

  async #change(id: string, changes: object) {
    return ID.test(id) ? this.#client.call<Person>('PATCH', `${PEOPLE}/${id}`, changes) : null
  }

  #read = (person: Person) => toCustomer(person, this.connection)
}
