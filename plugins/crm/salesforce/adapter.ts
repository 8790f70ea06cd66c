import type {
  CrmAdapter,
  CrmCapabilities,
  CrmChanges,
  CrmConnection,
  CrmCreation,
  CrmCustomer,
  CrmCustomerFields,
  CrmNote,
  CrmSearch,
  CrmSettings,
  CrmValues,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmRejectedError, CrmSettingError } from '#plugins/crm/errors'
import { cursorAfter, cursorIn, roundAt, type FeedRound } from '#plugins/crm/feed_round'
import { refuseWrongAddress } from '#plugins/crm/mail_address'
import { e164 } from '#plugins/crm/phone'
import { addTask } from '#plugins/crm/salesforce/activities'
import { ID, SalesforceClient } from '#plugins/crm/salesforce/client'
import { SalesforceCompanies } from '#plugins/crm/salesforce/companies'
import { SalesforceDeals } from '#plugins/crm/salesforce/deals'
import { ownersIn } from '#plugins/crm/salesforce/owners'
import {
  ContactMapper,
  KEEPS,
  PLACES,
  toField,
  type Contact,
  type FieldDescription,
} from '#plugins/crm/salesforce/mapper'
import { endsWith, isAmong, isBehind, quoted, wordBegins } from '#plugins/crm/salesforce/soql'
import { usageIn } from '#plugins/crm/salesforce/usage'

type Saved = { id?: string; success: boolean }

const CONTACT = 'Contact'
const MY_DOMAIN = /^[a-z0-9-]{1,80}(?:\.[a-z]{1,20})?\.my\.salesforce\.com$/
const WORDS = 4
/** Numbers are kept as people typed them: those with the same last digits are read and compared whole. */
const LAST_DIGITS = 4
const MOST_ALIKE = 200
const KEYS = 'keep a key without an external ID field'
const OUR_KEY_FIELD = 'Latchkey_Key__c'
const FIELD_NAME = /^[A-Za-z]\w{0,79}$/
const PAGE = 200
/** Salesforce takes 200 at once; so many are done before we stop waiting. */
const BATCH = 100

const CAN = {
  searchBy: ['text', 'name', 'phone', 'email'],
  keeps: KEEPS,
  places: PLACES,
  create: true,
  update: true,
  archive: false,
  restore: false,
  fields: true,
  changes: true,
} as const

/**
 * A company's contacts in Salesforce: it lets us in on the screen of Salesforce, or by an External Client App of its own that
 * signs in for itself (client credentials). REST API 62.0 to 67.0.
 */
export default class SalesforceCrm implements CrmAdapter {
  static label = 'Salesforce'
  static host = 'https://my.salesforce.com'
  static contract = 2
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
    {
      name: 'keyField',
      label: 'External ID field',
      help: 'So that nobody is ever made twice there: the API name of a text field of Contact that is marked as external ID and unique, such as Latchkey_Key__c. With one of the same name on Lead, requests can become leads there.',
      isSecret: false,
      isOptional: true,
    },
  ]

  static oauth = {
    authorizeUrl: 'https://login.salesforce.com/services/oauth2/authorize',
    tokenHost: 'https://login.salesforce.com',
    tokenPath: '/services/oauth2/token',
    revokePath: '/services/oauth2/revoke',
    scopes: ['api', 'refresh_token'],
    told: { domain: 'instance_url', user: 'id' },
  }

  static usageIn = usageIn

  static hostOf(settings: CrmSettings) {
    const host = myDomainIn(settings)
    if (host) return `https://${host}`
    throw new CrmSettingError('domain', 'Give the address of your My Domain: it ends in .my.salesforce.com.')
  }

  readonly name = 'salesforce'
  readonly capabilities: CrmCapabilities
  /** Only where keys are kept: by those Salesforce knows whom it has made. */
  readonly createAll?: CrmAdapter['createAll']
  readonly deals: SalesforceDeals
  readonly companies: SalesforceCompanies
  #client: SalesforceClient

  constructor(private connection: CrmConnection) {
    this.#client = new SalesforceClient(connection)
    this.deals = new SalesforceDeals(this.#client, {
      keyField: this.#keyField ?? OUR_KEY_FIELD,
      timeZone: connection.timeZone,
    })
    this.companies = new SalesforceCompanies(this.#client)
    const keys = this.#keyField !== null
    this.capabilities = { ...CAN, keys, ...(keys && { batch: BATCH }) }
    if (keys) this.createAll = (creations) => this.#upsert(creations)
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    if (by === 'phone') return this.#searchByPhone(value, limit)
    const where = by === 'email' ? `Email = ${quoted(value.trim())}` : wordsIn(by, value)
    return where ? this.#query(where, limit) : []
  }

  async get(id: string): Promise<CrmCustomer | null> {
    if (!ID.test(id)) return null
    const mapper = await this.#mapper()
    const contact = await this.#client.follow<Contact>(CONTACT, id, mapper.names)
    return contact && mapper.read(contact)
  }

  /** With a key, Salesforce itself sees to it that there is one: the field is unique. */
  async create(fields: NewCrmCustomer, key?: string, values?: CrmValues) {
    const known = key && (await this.createdWith(key))
    if (known) return known
    const country = fields.country ?? this.connection.country
    const contact = { ...(await this.#mapper()).write({ street: null, ...fields, country }), ...values }
    const [method, path] = key
      ? (['PATCH', await this.#pathOfKey(key)] as const)
      : (['POST', `/sobjects/${CONTACT}`] as const)
    const made = await this.#client.call<{ id: string }>(method, path, contact)
    // It knows no such address, since the field is not marked as an external ID.
    if (!made) throw new CrmNotSupportedError(this.name, KEYS)
    return this.#kept(made.id)
  }

  /** By their ids, each page behind the last of the one before. */
  async list(cursor: string | null) {
    const mapper = await this.#mapper()
    const behind = cursor ? `WHERE Id > ${quoted(cursor)}` : ''
    const contacts = await this.#client.query<Contact>(
      `SELECT ${mapper.names.join(', ')} FROM ${CONTACT} ${behind} ORDER BY Id LIMIT ${PAGE}`
    )
    return {
      customers: contacts.map((one) => mapper.read(one)),
      cursor: contacts.length < PAGE ? null : contacts.at(-1)!.Id,
    }
  }

  async check(fields: NewCrmCustomer) {
    const mapper = await this.#mapper()
    mapper.write(fields)
    refuseWrongAddress(fields.email)
  }

  async createdWith(key: string) {
    const mapper = await this.#mapper()
    const fields = encodeURIComponent(mapper.names.join())
    const contact = await this.#client.call<Contact>('GET', `${await this.#pathOfKey(key)}?fields=${fields}`)
    return contact && mapper.read(contact)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>, values?: CrmValues): Promise<CrmCustomer> {
    const own = (await this.#mapper()).write(await this.#withWholeStreet(id, changes))
    const fields = { ...own, ...values }
    const isThere = ID.test(id) && (await this.#client.call('PATCH', `/sobjects/${CONTACT}/${id}`, fields))
    if (isThere) return this.#kept(id)
    const heir = await this.get(id)
    if (!heir) throw new CrmGoneError()
    return this.update(heir.id, changes, values)
  }

  /** Deleting would take their cases and activities along, so whom a company archives here stays there. */
  async archive(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'archive contacts')
  }

  async restore(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'take archived contacts into use again')
  }

  async fields() {
    return (await this.#describe()).map(toField)
  }

  /** Those that changed, then those that ended: merged into others, or deleted. */
  async changes(cursor: string | null): Promise<CrmChanges> {
    const round = roundAt(cursor)
    if (!round) return { customers: [], ended: [], cursor: cursorAfter(), isMore: false }
    if (round.isAtEnded) return this.#endedIn(round)
    const mapper = await this.#mapper()
    const contacts = await this.#client.query<Contact>(
      `SELECT ${[...new Set([...mapper.names, 'SystemModstamp'])].join(', ')} FROM ${CONTACT}
       WHERE ${isBehind('SystemModstamp', round)} ORDER BY SystemModstamp, Id LIMIT ${PAGE}`
    )
    const next = followingOf(contacts, round) ?? { ...round, at: round.from, id: '', isAtEnded: true }
    return {
      customers: contacts.map((one) => mapper.read(one)),
      ended: [],
      cursor: cursorIn(next),
      isMore: true,
    }
  }

  async missing(ids: readonly string[]) {
    const known = ids.filter((id) => ID.test(id))
    if (known.length === 0) return [...ids]
    const among = isAmong('Id', known)
    const found = await this.#client.query<Contact>(
      `SELECT Id FROM ${CONTACT} WHERE ${among} LIMIT ${known.length}`
    )
    const merged = (await this.#ended(among)).filter((one) => one.MasterRecordId)
    const there = new Set([...found, ...merged].map(({ Id }) => Id))
    return ids.filter((id) => !there.has(id))
  }

  async test() {
    await this.#client.proveAccess(CONTACT)
    const name = this.connection.settings.keyField?.trim()
    if (!name) return
    const field = (await this.#describe()).find((one) => one.name === name)
    if (!field?.externalId)
      throw new CrmSettingError(
        'keyField',
        'Contact has no external ID field of this name. Leave it empty, or check it there.'
      )
  }

  owners(email?: string) {
    return ownersIn(this.#client, email)
  }

  addNote(note: CrmNote, on: { customerId: string; dealId?: string }) {
    return addTask(this.#client, note, on)
  }

  pageOf(_: 'customer' | 'deal', id: string) {
    const host = myDomainIn(this.connection.settings)
    return host && `https://${host}/${encodeURIComponent(id)}`
  }

  /** Whoever let us in on the screen has entered none: there it goes by our name. */
  get #keyField() {
    const { keyField, clientId } = this.connection.settings
    return keyField?.trim() || (clientId ? null : OUR_KEY_FIELD)
  }

  /** Each by itself: who is refused keeps no other from being made. */
  async #upsert(creations: readonly CrmCreation[]): Promise<(CrmCustomer | null)[]> {
    const name = this.#keyField
    const mapper = await this.#mapper()
    if (!name || !(await this.#hasKeyField())) return creations.map(() => null)
    const contacts = creations.map((one) => writtenIn(mapper, one))
    const records = contacts.flatMap((fields, at) =>
      fields ? [{ attributes: { type: CONTACT }, ...fields, [name]: creations[at].key }] : []
    )
    if (records.length === 0) return creations.map(() => null)
    const path = `/composite/sobjects/${CONTACT}/${name}`
    const saved = (await this.#client.call<Saved[]>('PATCH', path, { allOrNone: false, records }))!
    const LastModifiedDate = new Date().toISOString()
    return contacts.map((fields) => {
      const became = fields && saved.shift()
      return became?.success ? mapper.read({ ...fields, Id: became.id!, LastModifiedDate } as Contact) : null
    })
  }

  async #hasKeyField() {
    const name = this.#keyField
    return Boolean(name && FIELD_NAME.test(name) && (await this.#client.fieldsOf(CONTACT)).has(name))
  }

  async #pathOfKey(key: string) {
    if (!(await this.#hasKeyField())) throw new CrmNotSupportedError(this.name, KEYS)
    return `/sobjects/${CONTACT}/${this.#keyField}/${encodeURIComponent(key)}`
  }

  async #describe() {
    const path = `/sobjects/${CONTACT}/describe`
    return (await this.#client.call<{ fields: FieldDescription[] }>('GET', path))!.fields
  }

  #ended(where: string) {
    return this.#client.query<Contact>(
      `SELECT Id, MasterRecordId, SystemModstamp FROM ${CONTACT}
       WHERE IsDeleted = true AND ${where} ORDER BY SystemModstamp, Id LIMIT ${PAGE}`,
      'queryAll'
    )
  }

  async #endedIn(round: FeedRound): Promise<CrmChanges> {
    const records = await this.#ended(isBehind('SystemModstamp', round))
    const next = followingOf(records, round)
    return {
      customers: [],
      ended: records.map(({ Id, MasterRecordId }) => ({ id: Id, into: MasterRecordId ?? null })),
      cursor: next ? cursorIn(next) : cursorAfter(round),
      isMore: next !== null,
    }
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
    return (await this.#client.query<Contact>(soql)).map((contact) => mapper.read(contact))
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
    return new ContactMapper(await this.#client.fieldsOf(CONTACT), this.connection)
  }
}

/** `null`: it makes no sense as it is. */
function writtenIn(mapper: ContactMapper, { fields, values }: CrmCreation) {
  try {
    const country = fields.country ?? mapper.country
    return { ...mapper.write({ street: null, ...fields, country }), ...values }
  } catch (error) {
    if (error instanceof CrmRejectedError) return null
    throw error
  }
}

function myDomainIn({ domain = '' }: CrmSettings) {
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '')
  return MY_DOMAIN.test(host) ? host : null
}

function followingOf(records: Contact[], round: FeedRound) {
  if (records.length < PAGE) return null
  const last = records.at(-1)!
  return { ...round, at: Date.parse(last.SystemModstamp!), id: last.Id }
}

/** Every word begins one of the name, or also of the address. */
function wordsIn(by: 'text' | 'name', value: string) {
  const fields = by === 'name' ? ['Name'] : ['Name', 'MailingStreet', 'MailingCity', 'MailingPostalCode']
  const words = value.trim().split(/\s+/).filter(Boolean).slice(0, WORDS)
  return words.map((word) => `(${fields.map((field) => wordBegins(field, word)).join(' OR ')})`).join(' AND ')
}
