import type {
  CrmAdapter,
  CrmConnection,
  CrmCustomer,
  CrmCustomerFields,
  CrmSearch,
  CrmSettings,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmNotSupportedError, CrmRejectedError, CrmSettingError } from '#plugins/crm/errors'
import { refuseWrongAddress } from '#plugins/crm/mail_address'
import { e164 } from '#plugins/crm/phone'
import { SalesforceClient } from '#plugins/crm/salesforce/client'
import { ContactMapper, KEEPS, type Contact } from '#plugins/crm/salesforce/mapper'
import { endsWith, quoted, wordBegins } from '#plugins/crm/salesforce/soql'

const CONTACT = 'Contact'
const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/
const MY_DOMAIN = /^[a-z0-9-]{1,80}(?:\.[a-z]{1,20})?\.my\.salesforce\.com$/
const WORDS = 4
/** Numbers are kept as people typed them: those with the same last digits are read and compared whole. */
const LAST_DIGITS = 4
const MOST_ALIKE = 200
const KEYS = 'keep the key of a submission'

/**
 * A company's contacts in Salesforce, by an External Client App of its own that signs in for itself (client credentials).
 * REST API 62.0 to 67.0.
 */
export default class SalesforceCrm implements CrmAdapter {
  static label = 'Salesforce'
  static host = 'https://my.salesforce.com'
  static settings = [
    {
      name: 'domain',
      label: 'My Domain',
      help: 'In Salesforce: Setup, My Domain. It ends in .my.salesforce.com.',
      isSecret: false,
    },
    {
      name: 'clientId',
      label: 'Consumer key',
      help: 'In Setup, External Client App Manager: an app with the client credentials flow, the scope “api” and a user to run as.',
      isSecret: false,
    },
    { name: 'clientSecret', label: 'Consumer secret', help: 'Beside the consumer key.', isSecret: true },
  ]

  static hostOf({ domain }: CrmSettings) {
    const host = domain
      .trim()
      .toLowerCase()
      .replace(/^https:\/\//, '')
      .replace(/\/$/, '')
    if (MY_DOMAIN.test(host)) return `https://${host}`
    throw new CrmSettingError('domain', 'Give the address of your My Domain: it ends in .my.salesforce.com.')
  }

  readonly name = 'salesforce'
  readonly capabilities = {
    searchBy: ['text', 'name', 'phone', 'email'],
    keeps: KEEPS,
    create: true,
    update: true,
    archive: false,
    restore: false,
    keys: false,
  } as const
  #client: SalesforceClient

  constructor(private connection: CrmConnection) {
    this.#client = new SalesforceClient(connection)
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    if (by === 'phone') return this.#searchByPhone(value, limit)
    const where = by === 'email' ? `Email = ${quoted(value.trim())}` : wordsIn(by, value)
    return where ? this.#query(where, limit) : []
  }

  async get(id: string) {
    if (!ID.test(id)) return null
    const mapper = await this.#mapper()
    const fields = encodeURIComponent(mapper.names.join())
    const contact = await this.#client.call<Contact>('GET', `/sobjects/${CONTACT}/${id}?fields=${fields}`)
    return contact && mapper.read(contact)
  }

  async create(fields: NewCrmCustomer, key?: string) {
    if (key) throw new CrmNotSupportedError(this.name, KEYS)
    const country = fields.country ?? this.connection.country
    const contact = (await this.#mapper()).write({ street: null, ...fields, country })
    const made = await this.#client.call<{ id: string }>('POST', `/sobjects/${CONTACT}`, contact)
    return this.#kept(made!.id)
  }

  async check(fields: NewCrmCustomer) {
    const mapper = await this.#mapper()
    mapper.write(fields)
    refuseWrongAddress(fields.email)
  }

  async createdWith(): Promise<never> {
    throw new CrmNotSupportedError(this.name, KEYS)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>) {
    const fields = (await this.#mapper()).write(await this.#withWholeStreet(id, changes))
    const isThere = ID.test(id) && (await this.#client.call('PATCH', `/sobjects/${CONTACT}/${id}`, fields))
    if (!isThere) throw new CrmRejectedError('There is no such customer')
    return this.#kept(id)
  }

  /** Deleting would take their cases and activities along, so whom a company archives here stays there. */
  async archive(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'archive contacts')
  }

  async restore(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'take archived contacts into use again')
  }

  async test() {
    await this.#client.proveAccess(CONTACT)
  }

  async #searchByPhone(value: string, limit: number) {
    const number = e164(value, this.connection.country)
    if (!number) return []
    const end = number.slice(-LAST_DIGITS)
    const alike = await this.#query(endsWith('Phone', end), MOST_ALIKE)
    return alike.filter(({ phone }) => phone === number).slice(0, limit)
  }

  async #query(where: string, limit: number): Promise<CrmCustomer[]> {
    const mapper = await this.#mapper()
    const names = mapper.names.join(', ')
    const soql = `SELECT ${names} FROM ${CONTACT} WHERE ${where} ORDER BY CreatedDate DESC, Id DESC LIMIT ${limit}`
    const answer = await this.#client.call<{ records: Contact[] }>(
      'GET',
      `/query?q=${encodeURIComponent(soql)}`
    )
    return answer!.records.map((contact) => mapper.read(contact))
  }

  async #withWholeStreet(id: string, changes: Partial<CrmCustomerFields>) {
    const { street, unit } = changes
    if ((street === undefined) === (unit === undefined)) return changes
    const kept = await this.get(id)
    return { ...changes, street: street ?? kept?.street ?? null, unit: unit ?? kept?.unit ?? null }
  }

  async #kept(id: string) {
    const customer = await this.get(id)
    if (!customer) throw new CrmRejectedError('Salesforce does not show us what was written')
    return customer
  }

  async #mapper() {
    return new ContactMapper(await this.#client.fieldsOf(CONTACT), this.connection.country)
  }
}

/** Every word begins one of the name, or also of the address. */
function wordsIn(by: 'text' | 'name', value: string) {
  const fields = by === 'name' ? ['Name'] : ['Name', 'MailingStreet', 'MailingCity', 'MailingPostalCode']
  const words = value.trim().split(/\s+/).filter(Boolean).slice(0, WORDS)
  return words.map((word) => `(${fields.map((field) => wordBegins(field, word)).join(' OR ')})`).join(' AND ')
}
