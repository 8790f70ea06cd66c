import { randomUUID } from 'node:crypto'
import { checkExchange } from '#tests/contract/hubspot/checks'
import { OauthDesk } from '#tests/contract/oauth_desk'
import { VendorServer, type Answer, type Asked, type Exchange } from '#tests/contract/vendor_server'

type Properties = Record<string, string | null>
type Contact = { id: string; properties: Properties; createdAt: string; updatedAt: string; archived: boolean }
type Filter = { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN'; value: string }
type Search = { filterGroups: { filters: Filter[] }[]; limit: number; properties: string[] }

export const TOKEN = 'pat-na1-11112222-3333-4444-5555-666677778888'
const CONTACTS = '/crm/objects/2026-09/contacts'
const TOKENS = '/oauth/2026-09/token'

/** Answers as the published description of the contacts API says, from memory; every exchange is held against it. */
export class HubSpotServer extends VendorServer {
  #contacts = new Map<string, Contact>()
  readonly desk = new OauthDesk([`${process.env.APP_URL}/oauth/callback`])

  get size() {
    return this.#contacts.size
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

  protected answer({ method, path, query, token, body }: Asked): Answer {
    if (path === TOKENS) return this.desk.answer(body)
    if (path === `${TOKENS}/revoke`) return this.desk.revoke(body)
    if (token !== TOKEN && !this.desk.takes(token)) return refusal(401, 'INVALID_AUTHENTICATION')
    const id = /\/contacts\/(\d+)$/.exec(path)?.[1]
    if (path === `${CONTACTS}/search`) return this.#search(body)
    if (path === CONTACTS && method === 'POST') return this.#create(body)
    if (path === CONTACTS) return { status: 200, body: { results: [] } }
    const contact = id && this.#contacts.get(id)
    if (method === 'DELETE') {
      if (contact) contact.archived = true
      return { status: 204 }
    }
    const isThere = contact && contact.archived === (query.get('archived') === 'true')
    if (!isThere) return refusal(404, 'OBJECT_NOT_FOUND')
    return method === 'PATCH'
      ? this.#change(contact, body)
      : { status: 200, body: shown(contact, query.get('properties')?.split(',')) }
  }

  #create({ properties }: { properties: Properties }): Answer {
    const wrong = this.#wrongIn(properties)
    if (wrong) return wrong
    const at = new Date().toISOString()
    const id = String(9_000_000_000 + this.#contacts.size)
    const contact = { id, properties: kept(properties), createdAt: at, updatedAt: at, archived: false }
    this.#contacts.set(id, contact)
    return { status: 201, body: shown(contact, Object.keys(properties)) }
  }

  #change(contact: Contact, { properties }: { properties: Properties }): Answer {
    const wrong = this.#wrongIn(properties, contact.id)
    if (wrong) return wrong
    Object.assign(contact.properties, kept(properties))
    contact.updatedAt = new Date().toISOString()
    return { status: 200, body: shown(contact, Object.keys(properties)) }
  }

  #wrongIn({ email }: Properties, own?: string): Answer | undefined {
    if (!email) return
    if (!/^\S+@\S+\.\S+$/.test(email))
      return refusal(400, 'VALIDATION_ERROR', [
        {
          message: `Email address ${email} is invalid`,
          code: 'INVALID_EMAIL',
          context: { propertyName: ['email'] },
        },
      ])
    const holder = [...this.#contacts.values()].find(
      ({ id, properties, archived }) => id !== own && !archived && properties.email === email.toLowerCase()
    )
    if (holder) return refusal(409, 'CONFLICT')
  }

  #search({ filterGroups, limit, properties }: Search): Answer {
    const found = [...this.#contacts.values()]
      .filter((contact) => !contact.archived)
      .filter((contact) => filterGroups.some(({ filters }) => filters.every((one) => holds(contact, one))))
      .reverse()
    const results = found.slice(0, limit).map((contact) => shown(contact, properties))
    return { status: 200, body: { total: found.length, results } }
  }
}

const refusal = (status: number, category: string, errors: object[] = []) => ({
  status,
  body: { status: 'error', message: `Refused: ${category}`, category, correlationId: randomUUID(), errors },
})

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

function holds({ properties }: Contact, { propertyName, operator, value }: Filter) {
  const own = properties[propertyName]?.toLowerCase()
  if (own === undefined) return false
  if (operator === 'EQ') return own === value.toLowerCase()
  const start = value.toLowerCase().replace(/\*$/, '')
  return own.split(/\s+/).some((word) => (value.endsWith('*') ? word.startsWith(start) : word === start))
}
