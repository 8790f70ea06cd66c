import { randomUUID } from 'node:crypto'
import { checkExchange } from '#tests/contract/hubspot/checks'
import { Sales } from '#tests/contract/hubspot/sales'
import { OauthDesk } from '#tests/contract/oauth_desk'
import { VendorServer, type Answer, type Asked, type Exchange } from '#tests/contract/vendor_server'

type Properties = Record<string, string | null>
type Contact = { id: string; properties: Properties; createdAt: string; updatedAt: string; archived: boolean }
type Filter = { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN' | 'GT' | 'GTE'; value: string }
type Search = { filterGroups: { filters: Filter[] }[]; limit: number; properties: string[]; sorts: string[] }
type Property = Record<string, unknown> & { name: string; hasUniqueValue?: boolean }

export const TOKEN = 'pat-na1-11112222-3333-4444-5555-666677778888'
const DAILY = 250_000
const CONTACTS = '/crm/objects/2026-09/contacts'
const TOKENS = '/oauth/2026-09/token'
const DESCRIPTIONS = '/crm/properties/2026-09/contacts'

const property = (name: string, more: object = {}): Property => ({
  name,
  label: name[0].toUpperCase() + name.slice(1),
  description: '',
  groupName: 'contactinformation',
  type: 'string',
  fieldType: 'text',
  options: [],
  hubspotDefined: true,
  ...more,
})
/** Of a property that HubSpot itself keeps. */
const FIXED = { archivable: false, readOnlyDefinition: true, readOnlyValue: true }
const choices = (...values: string[]) =>
  values.map((value) => ({ value, label: value.toUpperCase(), hidden: false }))

/** Answers as the published description of the contacts API says, from memory; every exchange is held against it. */
export class HubSpotServer extends VendorServer {
  #contacts = new Map<string, Contact>()
  readonly desk = new OauthDesk([`${process.env.APP_URL}/oauth/callback`])
  /** What is sold to the contacts. */
  readonly sales = new Sales((id) => this.contact(id) !== null)
  #merged = new Map<string, string>()
  #unseen = new Set<string>()
  #holders = new Map<string, string>()
  /** The company's own and the vendor's; more may be made. */
  readonly properties: Property[] = [
    ...['firstname', 'lastname', 'email', 'address', 'zip', 'city', 'state', 'country'].map((one) =>
      property(one)
    ),
    property('phone', { fieldType: 'phonenumber' }),
    property('createdate', { type: 'datetime', modificationMetadata: FIXED }),
    property('lastmodifieddate', { type: 'datetime', modificationMetadata: FIXED }),
    property('hs_object_id', { type: 'number', modificationMetadata: FIXED }),
    property('hs_merged_object_ids', { modificationMetadata: FIXED }),
    property('gate_code', { hubspotDefined: false }),
    property('district', {
      hubspotDefined: false,
      type: 'enumeration',
      fieldType: 'select',
      options: choices('north', 'south'),
    }),
  ]
  /** Of its requests of a day, by all programs of the company. */
  usedToday = 0
  /** Whether the token may add a property. */
  mayAddProperties = true

  get size() {
    return [...this.#contacts.values()].filter(({ id }) => !this.#merged.has(id)).length
  }

  /** What another changes there. */
  alter(id: string, properties: Properties) {
    return this.#change(this.#contacts.get(id)!, { properties } as never)
  }

  /** Another merges the second into the first. */
  merge(id: string, other: string) {
    const [survivor, ended] = [this.#contacts.get(id)!, this.#contacts.get(other)!]
    this.#merged.set(other, id)
    ended.archived = true
    const merged = survivor.properties.hs_merged_object_ids
    this.#touch(survivor, { hs_merged_object_ids: [merged, other].filter(Boolean).join(';') })
  }

  /** As after the first customer who was made with a key. */
  knowKeys() {
    this.properties.push(property('latchkey_key', { hasUniqueValue: true, hubspotDefined: false }))
  }

  /** Another deletes them there. */
  remove(id: string) {
    this.#contacts.get(id)!.archived = true
  }

  /** The search does not know of them yet, until it is told to. */
  hideFromSearch(id: string) {
    this.#unseen.add(id)
    return () => this.#unseen.delete(id)
  }

  /** As after an import: all of them changed at one moment. */
  alignChanges(ids: string[]) {
    const at = new Date().toISOString()
    for (const id of ids) this.#contacts.get(id)!.properties.lastmodifieddate = at
  }

  get ids() {
    return [...this.#contacts.keys()]
  }

  /** Of somebody who is there, what is known; `null` when they are archived. */
  contact(id: string) {
    const contact = this.#contacts.get(id)
    return contact && !contact.archived ? contact.properties : null
  }

  /** Somebody whom another made there. */
  make(properties: Properties) {
    return (this.#create({ properties }).body as Contact).id
  }

  protected check(exchange: Exchange) {
    return checkExchange(exchange)
  }

  protected answer(asked: Asked): Answer {
    const answer = this.#answer(asked)
    // Its searches do not say, nor does it to apps that are let in on the screen: those have no limit of a day.
    const isTold = asked.token === TOKEN && !asked.path.endsWith('/search')
    return isTold ? { ...answer, headers: { ...answer.headers, ...this.#limits() } } : answer
  }

  #limits() {
    this.usedToday++
    return {
      'x-hubspot-ratelimit-daily': String(DAILY),
      'x-hubspot-ratelimit-daily-remaining': String(DAILY - this.usedToday),
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-max': '100',
      'x-hubspot-ratelimit-remaining': '99',
    }
  }

  #answer({ method, path, query, token, body }: Asked): Answer {
    if (path === TOKENS) return this.desk.answer(body)
    if (path === `${TOKENS}/revoke`) return this.desk.revoke(body)
    if (token !== TOKEN && !this.desk.takes(token)) return refusal(401, 'INVALID_AUTHENTICATION')
    const sold = this.sales.answer({ method, path, query, body })
    if (sold) return sold
    if (path.startsWith(DESCRIPTIONS))
      return method === 'POST' ? this.#describe(body) : { status: 200, body: { results: this.properties } }
    if (path === `${CONTACTS}/search`) return this.#search(body)
    if (path === `${CONTACTS}/batch/read`) return this.#read(body)
    if (path === `${CONTACTS}/batch/upsert`) return this.#upsert(body)
    const id = this.#idIn(path, query.get('idProperty'))
    if (id === null) return unknownProperty(query.get('idProperty')!)
    if (path === CONTACTS && method === 'POST') return this.#create(body)
    if (path === CONTACTS) return this.#list(query)
    const contact = id && this.#contacts.get(this.#merged.get(id) ?? id)
    if (method === 'DELETE') {
      if (contact) contact.archived = true
      return { status: 204 }
    }
    const isThere = contact && contact.archived === (query.get('archived') === 'true')
    if (!isThere) return refusal(404, 'OBJECT_NOT_FOUND')
    return method === 'PATCH'
      ? this.#change(contact, body)
      : { status: 200, body: this.#told(contact, query) }
  }

  #told(contact: Contact, query: URLSearchParams) {
    const associations = query.get('associations')
      ? { associations: this.sales.associations(contact.id) }
      : {}
    return { ...shown(contact, query.get('properties')?.split(',')), ...associations }
  }

  #create({ properties }: { properties: Properties }): Answer {
    const wrong = this.#wrongIn(properties)
    if (wrong) return wrong
    const at = new Date().toISOString()
    const id = String(9_000_000_000 + this.#contacts.size)
    const contact = { id, properties: {}, createdAt: at, updatedAt: at, archived: false }
    this.#contacts.set(id, contact)
    this.#touch(contact, { ...kept(properties), hs_object_id: id, createdate: at })
    return { status: 201, body: shown(contact, Object.keys(properties)) }
  }

  #change(contact: Contact, { properties }: { properties: Properties }): Answer {
    const wrong = this.#wrongIn(properties, contact.id)
    if (wrong) return wrong
    this.#touch(contact, kept(properties))
    return { status: 200, body: shown(contact, Object.keys(properties)) }
  }

  /** Who has this value; of values that only one may have. */
  #holder(name: string, value: string) {
    const contact = this.#contacts.get(this.#holders.get(`${name}=${value}`) ?? '')
    return contact?.properties[name] === value ? contact : undefined
  }

  #touch(contact: Contact, properties: Properties) {
    for (const [name, value] of Object.entries(properties))
      if (value !== null) this.#holders.set(`${name}=${value}`, contact.id)
    contact.updatedAt = new Date().toISOString()
    Object.assign(contact.properties, properties, { lastmodifieddate: contact.updatedAt })
  }

  #idIn(path: string, idProperty: string | null) {
    const last = decodeURIComponent(path.split('/').at(-1)!)
    if (!idProperty) return /^\d+$/.test(last) ? last : undefined
    if (!this.properties.some(({ name }) => name === idProperty)) return null
    const found = this.#holder(idProperty, last)
    return found && !found.archived ? found.id : undefined
  }

  #describe(given: Property): Answer {
    if (!this.mayAddProperties) return refusal(403, 'MISSING_SCOPES')
    if (this.properties.some(({ name }) => name === given.name)) return refusal(409, 'OBJECT_ALREADY_EXISTS')
    const made = property(given.name, { ...given, hubspotDefined: false })
    this.properties.push(made)
    return { status: 201, body: made }
  }

  #read({ inputs, properties }: { inputs: { id: string }[]; properties: string[] }): Answer {
    const found = inputs.flatMap(({ id }) => this.#contacts.get(this.#merged.get(id) ?? id) ?? [])
    const results = [...new Set(found)]
      .filter(({ archived }) => !archived)
      .map((contact) => shown(contact, properties))
    const at = new Date().toISOString()
    return { status: 200, body: { status: 'COMPLETE', results, startedAt: at, completedAt: at } }
  }

  #list(query: URLSearchParams): Answer {
    const there = [...this.#contacts.values()].filter(({ archived }) => !archived)
    const from = Number(query.get('after') ?? 0)
    const to = from + Number(query.get('limit') ?? 10)
    const results = there
      .slice(from, to)
      .map((contact) => shown(contact, query.get('properties')?.split(',')))
    const paging = to < there.length ? { paging: { next: { after: String(to) } } } : {}
    return { status: 200, body: { results, ...paging } }
  }

  /** All of them or none, as HubSpot refuses a batch for one of its inputs. */
  #upsert({ inputs }: { inputs: { id: string; idProperty: string; properties: Properties }[] }): Answer {
    const known = new Map<string, Contact | undefined>()
    const addresses = new Set<string>()
    for (const { id, idProperty, properties } of inputs) {
      const path = `${CONTACTS}/${encodeURIComponent(id)}`
      const found = this.#idIn(path, idProperty)
      if (found === null) return unknownProperty(idProperty)
      const wrong = this.#wrongIn(properties, found)
      if (wrong) return wrong
      const email = properties.email?.toLowerCase()
      if (email && addresses.has(email)) return refusal(409, 'CONFLICT')
      if (email) addresses.add(email)
      known.set(id, found ? this.#contacts.get(found) : undefined)
    }
    const results = inputs.map(({ id, properties }) => {
      const contact = known.get(id)
      const { body } = contact ? this.#change(contact, { properties }) : this.#create({ properties })
      const made = body as Contact
      const given = Object.entries(made.properties).filter(([, value]) => value !== null)
      return { ...made, properties: Object.fromEntries(given), new: !contact }
    })
    const at = new Date().toISOString()
    // In no order that could be relied on.
    return {
      status: 200,
      body: { status: 'COMPLETE', results: results.toReversed(), startedAt: at, completedAt: at },
    }
  }

  #wrongIn(properties: Properties, own?: string): Answer | undefined {
    const strange = Object.keys(properties).find((one) => !this.properties.some(({ name }) => name === one))
    if (strange) return unknownProperty(strange)
    for (const { name, options } of this.properties) {
      const [value, offered] = [properties[name], options as { value: string }[]]
      if (value && offered.length > 0 && !offered.some((one) => one.value === value))
        return refusal(400, 'VALIDATION_ERROR', [
          {
            message: `${value} was not one of the allowed options`,
            code: 'INVALID_OPTION',
            context: { propertyName: [name] },
          },
        ])
    }
    const isTaken = this.properties.some(({ name, hasUniqueValue }) => {
      const holder = hasUniqueValue && properties[name] ? this.#holder(name, properties[name]) : undefined
      return holder && holder.id !== own
    })
    return isTaken ? refusal(409, 'CONFLICT') : this.#wrongAddress(properties, own)
  }

  #wrongAddress({ email }: Properties, own?: string): Answer | undefined {
    if (!email) return
    if (!/^\S+@\S+\.\S+$/.test(email))
      return refusal(400, 'VALIDATION_ERROR', [
        {
          message: `Email address ${email} is invalid`,
          code: 'INVALID_EMAIL',
          context: { propertyName: ['email'] },
        },
      ])
    const holder = this.#holder('email', email.toLowerCase())
    if (holder && !holder.archived && holder.id !== own) return refusal(409, 'CONFLICT')
  }

  #search({ filterGroups, limit, properties, sorts: [sort] }: Search): Answer {
    const found = [...this.#contacts.values()]
      .filter((contact) => !contact.archived && !this.#unseen.has(contact.id))
      .filter((contact) => filterGroups.some(({ filters }) => filters.every((one) => holds(contact, one))))
    if (sort.startsWith('-')) found.reverse()
    else found.sort((one, other) => numberIn(one, sort) - numberIn(other, sort))
    const results = found.slice(0, limit).map((contact) => shown(contact, properties))
    return { status: 200, body: { total: found.length, results } }
  }
}

const refusal = (status: number, category: string, errors: object[] = []) => ({
  status,
  body: { status: 'error', message: `Refused: ${category}`, category, correlationId: randomUUID(), errors },
})

const unknownProperty = (name: string) =>
  refusal(400, 'VALIDATION_ERROR', [
    {
      message: `Property "${name}" does not exist`,
      code: 'PROPERTY_DOESNT_EXIST',
      context: { propertyName: [name] },
    },
  ])

const numberIn = ({ properties }: Contact, name: string) => {
  const value = properties[name] ?? ''
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value)
}

// An empty text takes a value away; addresses are kept in lower case.
const kept = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      value === '' ? null : name === 'email' ? value!.toLowerCase() : value,
    ])
  )

const shown = (contact: Contact, names: string[] = []) => ({
  ...contact,
  properties: Object.fromEntries(names.map((name) => [name, contact.properties[name] ?? null])),
})

function holds(contact: Contact, { propertyName, operator, value }: Filter) {
  const { properties } = contact
  if (operator === 'GT') return numberIn(contact, propertyName) > Number(value)
  if (operator === 'GTE') return numberIn(contact, propertyName) >= Number(value)
  if (propertyName === 'lastmodifieddate') return numberIn(contact, propertyName) === Number(value)
  const own = properties[propertyName]?.toLowerCase()
  if (own === undefined) return false
  if (operator === 'EQ') return own === value.toLowerCase()
  const start = value.toLowerCase().replace(/\*$/, '')
  return own.split(/\s+/).some((word) => (value.endsWith('*') ? word.startsWith(start) : word === start))
}
