import type {
  CrmAdapter,
  CrmConnection,
  CrmCreation,
  CrmCustomer,
  CrmCustomerFields,
  CrmNote,
  CrmSearch,
  CrmValues,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import { cursorAfter, cursorIn, roundAt, type FeedRound } from '#plugins/crm/feed_round'
import { refuseWrongAddress } from '#plugins/crm/mail_address'
import { e164 } from '#plugins/crm/phone'
import { DESCRIPTIONS, HubSpotClient, ID, OBJECTS } from '#plugins/crm/hubspot/client'
import { HubSpotCompanies } from '#plugins/crm/hubspot/companies'
import { HubSpotDeals } from '#plugins/crm/hubspot/deals'
import { HubSpotKeys, isUnknownKey, KEY } from '#plugins/crm/hubspot/keys'
import { HubSpotNotes } from '#plugins/crm/hubspot/notes'
import { ownersIn } from '#plugins/crm/hubspot/owners'
import { usageIn } from '#plugins/crm/hubspot/usage'
import { hintsIn } from '#plugins/crm/hubspot/webhook'
import {
  KEEPS,
  PLACES,
  PROPERTIES,
  toCustomer,
  toField,
  toProperties,
  toValues,
  type Contact,
  type Property,
} from '#plugins/crm/hubspot/mapper'

type Filter = { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN' | 'GT' | 'GTE'; value: string }
type Found = { results: Contact[] }
type Page = Found & { paging?: { next?: { after?: string } } }

const CONTACTS = `${OBJECTS}/contacts`
const CHANGED = 'lastmodifieddate'
const MERGED = 'hs_merged_object_ids'
/** The most that a search gives at once. It gives no more than 10,000 in all, so each asks anew behind the last. */
const PAGE = 200
/** The most that is written or listed at once. */
const BATCH = 100
/** More words than that make more groups of filters than a search may have. */
const WORDS = 2
/** HubSpot's numbers for kinds of records, in the addresses of its pages. */
const KINDS = { customer: '0-1', deal: '0-3' }

/** A company's contacts in HubSpot, let in on its screen or with the token of a service key (API version 2026-09). */
export default class HubSpotCrm implements CrmAdapter {
  static label = 'HubSpot'
  static host = 'https://api.hubapi.com'
  static contract = 2
  static settings = [
    {
      name: 'token',
      label: 'Access token',
      help: 'In HubSpot: Settings, Integrations, Service keys. It needs to read and write contacts; for deals, to read and write those too, and to read owners; for companies, to read and write those.',
      isSecret: true,
    },
  ]
  static oauth = {
    authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
    tokenPath: '/oauth/2026-09/token',
    revokePath: '/oauth/2026-09/token/revoke',
    scopes: [
      'oauth',
      'crm.objects.contacts.read',
      'crm.objects.contacts.write',
      'crm.schemas.contacts.read',
      // The property by which nobody is made twice.
      'crm.schemas.contacts.write',
      'crm.objects.deals.read',
      'crm.objects.deals.write',
      'crm.schemas.deals.read',
      'crm.schemas.deals.write',
      'crm.objects.owners.read',
      'crm.objects.companies.read',
      'crm.objects.companies.write',
    ],
    lost: ['BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE'],
    account: 'hub_id',
  }
  static hintsIn = hintsIn
  /** Of the smallest plan: of any ten seconds, and of a day. */
  static limits = [
    { requests: 100, seconds: 10 },
    { requests: 250_000, seconds: 86_400 },
  ]
  static usageIn = usageIn

  readonly name = 'hubspot'
  readonly capabilities = {
    searchBy: ['name', 'phone', 'email'],
    keeps: KEEPS,
    places: PLACES,
    create: true,
    update: true,
    archive: true,
    restore: false,
    keys: true,
    fields: true,
    changes: true,
    batch: BATCH,
  } as const
  readonly deals: HubSpotDeals
  readonly companies: HubSpotCompanies
  #client: HubSpotClient
  #keys: HubSpotKeys

  constructor(private connection: CrmConnection) {
    this.#client = new HubSpotClient(connection)
    this.#keys = new HubSpotKeys(this.#client, 'contacts')
    this.deals = new HubSpotDeals(this.#client)
    this.companies = new HubSpotCompanies(this.#client)
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    if (by === 'text') throw new CrmNotSupportedError(this.name, 'search addresses')
    const filterGroups = this.#filters(by, value).map((filters) => ({ filters }))
    if (filterGroups.length === 0) return []
    return (await this.#search(filterGroups, '-createdate', limit)).map(this.#read)
  }

  async get(id: string) {
    const contact = (await this.#find(id)) ?? (await this.#find(id, true))
    return contact && this.#read(contact)
  }

  async create(fields: NewCrmCustomer, key?: string, values?: CrmValues) {
    const properties = this.#propertiesOf(fields, values)
    if (!key) return this.#whole(await this.#make(properties))
    const known = await this.createdWith(key)
    return known ?? this.#createOnce({ ...properties, [KEY]: key }, key)
  }

  async list(cursor: string | null) {
    const query = new URLSearchParams({ limit: String(BATCH), properties: this.#properties.join() })
    if (cursor) query.set('after', cursor)
    const answer = await this.#client.call<Page>('GET', `${CONTACTS}?${query}`)
    return { customers: answer!.results.map(this.#read), cursor: answer!.paging?.next?.after ?? null }
  }

  /** HubSpot refuses all of them for one: each half goes again, down to those that are to blame. */
  async createAll(creations: readonly CrmCreation[]): Promise<(CrmCustomer | null)[]> {
    try {
      return await this.#upsert(creations)
    } catch (error) {
      if (isUnknownKey(error))
        return (await this.#mayKeepKeys()) ? this.createAll(creations) : creations.map(() => null)
      if (!(error instanceof CrmRejectedError)) throw error
      if (creations.length === 1) return [null]
      const half = Math.ceil(creations.length / 2)
      return [
        ...(await this.createAll(creations.slice(0, half))),
        ...(await this.createAll(creations.slice(half))),
      ]
    }
  }

  async check(fields: NewCrmCustomer) {
    toProperties(fields, this.connection.country)
    refuseWrongAddress(fields.email)
  }

  async createdWith(key: string) {
    const contact = await this.#keys.find(key, this.#properties)
    return contact && this.#read(contact)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>, values?: CrmValues) {
    const properties = { ...toProperties(changes, this.connection.country), ...toValues(values) }
    const contact = ID.test(id)
      ? await this.#client.call<Contact>('PATCH', `${CONTACTS}/${id}`, { properties })
      : null
    if (!contact) throw new CrmGoneError()
    return this.#whole(contact)
  }

  async archive(id: string) {
    if (ID.test(id)) await this.#client.call('DELETE', `${CONTACTS}/${id}`)
  }

  async restore(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'take archived contacts into use again')
  }

  async fields() {
    const answer = await this.#client.call<{ results: Property[] }>('GET', `${DESCRIPTIONS}/contacts`)
    return answer!.results.filter(({ hidden }) => !hidden).map(toField)
  }

  async changes(cursor: string | null) {
    const round = roundAt(cursor)
    if (!round) return { customers: [], ended: [], cursor: cursorAfter(), isMore: false }
    const { contacts, following } = await this.#changedIn(round)
    return {
      customers: contacts.map(this.#read),
      ended: contacts.flatMap(mergedInto),
      cursor: following ? cursorIn(following) : cursorAfter(round),
      isMore: following !== null,
    }
  }

  async missing(ids: readonly string[]) {
    const known = ids.filter((id) => ID.test(id))
    if (known.length === 0) return [...ids]
    const answer = await this.#client.call<Found>('POST', `${CONTACTS}/batch/read`, {
      inputs: known.map((id) => ({ id })),
      properties: [MERGED],
      propertiesWithHistory: [],
    })
    const there = new Set(answer!.results.flatMap((one) => [one.id, ...mergedInto(one).map(({ id }) => id)]))
    return ids.filter((id) => !there.has(id))
  }

  async test() {
    await this.#client.call('GET', `${CONTACTS}?limit=1`)
  }

  owners(email?: string) {
    return ownersIn(this.#client, email)
  }

  addNote(note: CrmNote, on: { customerId: string; dealId?: string }) {
    return new HubSpotNotes(this.#client).add(note, on)
  }

  pageOf(what: keyof typeof KINDS, id: string) {
    const { account } = this.connection
    return account && ID.test(account)
      ? `https://app.hubspot.com/contacts/${account}/record/${KINDS[what]}/${encodeURIComponent(id)}`
      : null
  }

  #filters(by: 'name' | 'phone' | 'email', value: string): Filter[][] {
    if (by === 'email')
      return [[{ propertyName: 'email', operator: 'EQ', value: value.trim().toLowerCase() }]]
    if (by === 'name') return filtersByName(value)
    const phone = e164(value, this.connection.country)
    return phone ? [[{ propertyName: 'phone', operator: 'EQ', value: phone }]] : []
  }

  get #properties() {
    return [...new Set([...PROPERTIES, ...(this.connection.values ?? [])])]
  }

  #propertiesOf(fields: NewCrmCustomer, values?: CrmValues) {
    const country = fields.country ?? this.connection.country
    return { ...toProperties({ ...fields, country }, country), ...toValues(values) }
  }

  async #upsert(creations: readonly CrmCreation[]) {
    const inputs = creations.map(({ fields, key, values }) => ({
      id: key,
      idProperty: KEY,
      properties: { ...this.#propertiesOf(fields, values), [KEY]: key },
    }))
    const answer = await this.#client.call<Found>('POST', `${CONTACTS}/batch/upsert`, { inputs })
    const made = new Map(answer!.results.map((one) => [one.properties[KEY], one]))
    return creations.map(({ key }) => {
      const contact = made.get(key)
      return contact ? this.#read(contact) : null
    })
  }

  async #mayKeepKeys() {
    try {
      await this.#keys.add()
      return true
    } catch (error) {
      if (error instanceof CrmNotSupportedError) return false
      throw error
    }
  }

  async #make(properties: Record<string, string>) {
    return (await this.#client.call<Contact>('POST', CONTACTS, { properties, associations: [] }))!
  }

  #createOnce(properties: Record<string, string>, key: string) {
    const send = async () => this.#whole(await this.#make(properties))
    return this.#keys.once(send, () => this.createdWith(key))
  }

  async #search(filterGroups: { filters: Filter[] }[], sort: string, limit: number, more: string[] = []) {
    const answer = await this.#client.call<Found>('POST', `${CONTACTS}/search`, {
      filterGroups,
      properties: [...this.#properties, ...more],
      sorts: [sort],
      limit,
      after: '0',
    })
    return answer!.results
  }

  // First the rest of those of one moment, by their ids, then those of later ones: a search sorts by one property only.
  async #changedIn(round: FeedRound) {
    const at = String(round.at)
    const named = [CHANGED, MERGED]
    const since = (filters: Filter[], sort: string) => this.#search([{ filters }], sort, PAGE, named)
    const alike = round.id
      ? await since(
          [
            { propertyName: CHANGED, operator: 'EQ', value: at },
            { propertyName: 'hs_object_id', operator: 'GT', value: round.id },
          ],
          'hs_object_id'
        )
      : []
    if (alike.length === PAGE) return { contacts: alike, following: { ...round, id: alike.at(-1)!.id } }
    const operator = round.id ? 'GT' : 'GTE'
    const later = await since([{ propertyName: CHANGED, operator, value: at }], CHANGED)
    const contacts = [...alike, ...later]
    if (later.length < PAGE) return { contacts, following: null }
    const last = Date.parse(later.at(-1)!.properties[CHANGED]!)
    return { contacts, following: { ...round, at: last, id: '0' } }
  }

  async #find(id: string, archived = false) {
    if (!ID.test(id)) return null
    const query = new URLSearchParams({ properties: this.#properties.join(), archived: String(archived) })
    return this.#client.call<Contact>('GET', `${CONTACTS}/${id}?${query}`)
  }

  // An answer to a write names some of the properties only.
  async #whole(written: Contact) {
    return this.#read((await this.#find(written.id)) ?? written)
  }

  #read = (contact: Contact) => toCustomer(contact, this.connection)
}

const mergedInto = ({ id: into, properties }: Contact) =>
  (properties[MERGED] ?? '')
    .split(';')
    .filter((id) => ID.test(id))
    .map((id) => ({ id, into }))

/** Each word may begin the first or the last name; any of the combinations will do. */
function filtersByName(value: string) {
  const words = value.trim().split(/\s+/).filter(Boolean).slice(0, WORDS)
  if (words.length === 0) return []
  return words.reduce<Filter[][]>(
    (groups, word) =>
      groups.flatMap((group) =>
        ['firstname', 'lastname'].map((propertyName) => [
          ...group,
          { propertyName, operator: 'CONTAINS_TOKEN' as const, value: `${word.replaceAll('*', '')}*` },
        ])
      ),
    [[]]
  )
}
