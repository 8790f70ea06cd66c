import type {
  CrmAdapter,
  CrmConnection,
  CrmCustomerFields,
  CrmSearch,
  NewCrmCustomer,
} from '#plugins/crm/contract'
import { CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import { refuseWrongAddress } from '#plugins/crm/mail_address'
import { e164 } from '#plugins/crm/phone'
import { HubSpotClient } from '#plugins/crm/hubspot/client'
import { KEEPS, PROPERTIES, toCustomer, toProperties, type Contact } from '#plugins/crm/hubspot/mapper'

type Filter = { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN'; value: string }

const CONTACTS = '/crm/objects/2026-09/contacts'
const ID = /^\d+$/
/** More words than that make more groups of filters than a search may have. */
const WORDS = 2
const KEYS = 'keep the key of a submission'

/** A company's contacts in HubSpot, let in on its screen or with the token of a service key (API version 2026-09). */
export default class HubSpotCrm implements CrmAdapter {
  static label = 'HubSpot'
  static host = 'https://api.hubapi.com'
  static settings = [
    {
      name: 'token',
      label: 'Access token',
      help: 'In HubSpot: Settings, Integrations, Service keys. It needs to read and write contacts.',
      isSecret: true,
    },
  ]
  static oauth = {
    authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
    tokenPath: '/oauth/2026-09/token',
    revokePath: '/oauth/2026-09/token/revoke',
    scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.schemas.contacts.read'],
    lost: ['BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE'],
  }
  /** Of the smallest plan: of any ten seconds, and of a day. */
  static limits = [
    { requests: 100, seconds: 10 },
    { requests: 250_000, seconds: 86_400 },
  ]

  readonly name = 'hubspot'
  readonly capabilities = {
    searchBy: ['name', 'phone', 'email'],
    keeps: KEEPS,
    create: true,
    update: true,
    archive: true,
    restore: false,
    keys: false,
  } as const
  #client: HubSpotClient

  constructor(private connection: CrmConnection) {
    this.#client = new HubSpotClient(connection)
  }

  async search({ by, value, limit = 25 }: CrmSearch) {
    if (by === 'text') throw new CrmNotSupportedError(this.name, 'search addresses')
    const filterGroups = this.#filters(by, value).map((filters) => ({ filters }))
    if (filterGroups.length === 0) return []
    const answer = await this.#client.call<{ results: Contact[] }>('POST', `${CONTACTS}/search`, {
      filterGroups,
      properties: PROPERTIES,
      sorts: ['-createdate'],
      limit,
      after: '0',
    })
    return answer!.results.map((contact) => this.#read(contact))
  }

  async get(id: string) {
    const contact = (await this.#find(id)) ?? (await this.#find(id, true))
    return contact && this.#read(contact)
  }

  async create(fields: NewCrmCustomer, key?: string) {
    if (key) throw new CrmNotSupportedError(this.name, KEYS)
    const country = fields.country ?? this.connection.country
    const properties = toProperties({ ...fields, country }, country)
    const contact = await this.#client.call<Contact>('POST', CONTACTS, { properties, associations: [] })
    return this.#whole(contact!)
  }

  async check(fields: NewCrmCustomer) {
    toProperties(fields, this.connection.country)
    refuseWrongAddress(fields.email)
  }

  async createdWith(): Promise<never> {
    throw new CrmNotSupportedError(this.name, KEYS)
  }

  async update(id: string, changes: Partial<CrmCustomerFields>) {
    const properties = toProperties(changes, this.connection.country)
    const contact = ID.test(id)
      ? await this.#client.call<Contact>('PATCH', `${CONTACTS}/${id}`, { properties })
      : null
    if (!contact) throw new CrmRejectedError('There is no such customer')
    return this.#whole(contact)
  }

  async archive(id: string) {
    if (ID.test(id)) await this.#client.call('DELETE', `${CONTACTS}/${id}`)
  }

  async restore(): Promise<never> {
    throw new CrmNotSupportedError(this.name, 'take archived contacts into use again')
  }

  async test() {
    await this.#client.call('GET', `${CONTACTS}?limit=1`)
  }

  #filters(by: 'name' | 'phone' | 'email', value: string): Filter[][] {
    if (by === 'email')
      return [[{ propertyName: 'email', operator: 'EQ', value: value.trim().toLowerCase() }]]
    if (by === 'name') return filtersByName(value)
    const phone = e164(value, this.connection.country)
    return phone ? [[{ propertyName: 'phone', operator: 'EQ', value: phone }]] : []
  }

  async #find(id: string, archived = false) {
    if (!ID.test(id)) return null
    const query = new URLSearchParams({ properties: PROPERTIES.join(), archived: String(archived) })
    return this.#client.call<Contact>('GET', `${CONTACTS}/${id}?${query}`)
  }

  // An answer to a write names some of the properties only.
  async #whole(written: Contact) {
    return this.#read((await this.#find(written.id)) ?? written)
  }

  #read = (contact: Contact) => toCustomer(contact, this.connection.country)
}

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
