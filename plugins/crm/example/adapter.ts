import type {
  CrmAdapter,
  CrmConnection,
  CrmCustomerFields,
  CrmSearch,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import { e164 } from '#plugins/crm/phone'
import { ExampleClient } from '#plugins/crm/example/client'
import { KEEPS, toCustomer, toPerson, type Person } from '#plugins/crm/example/mapper'

const PEOPLE = '/v1/people'
const ID = /^\d+$/
const KEYS = 'keep the key of a submission'

/** A company's people in Example: an invented system with a plain API, from which `make:plugin` makes new adapters. */
export default class ExampleCrm implements CrmAdapter {
  static label = 'Example'
  static host = 'https://api.example.com'
  static settings = [
    { name: 'token', label: 'Access token', help: 'In Example: Settings, Access tokens.', isSecret: true },
  ]

  readonly name = 'example'
  readonly capabilities = {
    searchBy: ['text', 'name', 'phone', 'email'],
    keeps: KEEPS,
    create: true,
    update: true,
    archive: true,
    restore: true,
    keys: false,
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

  async create(fields: NewCrmCustomer, key?: string) {
    if (key) throw new CrmNotSupportedError(this.name, KEYS)
    const person = toPerson({ ...fields, country: fields.country ?? null }, this.connection.country)
    return this.#read((await this.#client.call<Person>('POST', PEOPLE, person))!)
  }

  async check(fields: NewCrmCustomer) {
    toPerson(fields, this.connection.country)
  }

  async createdWith(): Promise<never> {
    throw new CrmNotSupportedError(this.name, KEYS)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>) {
    const person = await this.#change(id, toPerson(changes, this.connection.country))
    if (!person) throw new CrmRejectedError('There is no such customer')
    return this.#read(person)
  }

  async archive(id: string) {
    await this.#change(id, { archived: true })
  }

  async restore(id: string) {
    await this.#change(id, { archived: false })
  }

  async test() {
    await this.#client.call('GET', `${PEOPLE}?limit=1`)
  }

  async #change(id: string, changes: object) {
    return ID.test(id) ? this.#client.call<Person>('PATCH', `${PEOPLE}/${id}`, changes) : null
  }

  #read = (person: Person) => toCustomer(person, this.connection.country)
}
