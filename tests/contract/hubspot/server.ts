import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkExchange, type Exchange } from '#tests/contract/hubspot/checks'

type Properties = Record<string, string | null>
type Contact = { id: string; properties: Properties; createdAt: string; updatedAt: string; archived: boolean }
type Filter = { propertyName: string; operator: 'EQ' | 'CONTAINS_TOKEN'; value: string }
type Search = { filterGroups: { filters: Filter[] }[]; limit: number; properties: string[] }
/** What happens to the next request instead of an answer. */
type Fault =
  { status: number; body?: object; headers?: Record<string, string> } | { cut: 'before' | 'after' | 'half' }
type Asked = { method: string; path: string; query: URLSearchParams; body: never }
type Answer = { status: number; body?: object }

export const TOKEN = 'pat-na1-11112222-3333-4444-5555-666677778888'
const CONTACTS = '/crm/objects/2026-09/contacts'

/** Answers as the published description of the contacts API says, from memory; every exchange is held against it. */
export class HubSpotServer {
  #contacts = new Map<string, Contact>()
  #server: Server
  #faults: Fault[] = []
  #pause?: { arrive: () => void; resumed: Promise<void> }
  readonly exchanges: Exchange[] = []

  static async start() {
    const server = new HubSpotServer()
    server.#server.listen(0, '127.0.0.1')
    await once(server.#server, 'listening')
    return server
  }

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

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

  next(...faults: Fault[]) {
    this.#faults.push(...faults)
  }

  /** The next request is answered only after `resume`; `arrived` tells when it is there. */
  pauseAtNext() {
    const [arrived, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    this.#pause = { arrive: arrived.resolve, resumed: resumed.promise }
    return { arrived: arrived.promise, resume: resumed.resolve }
  }

  async stop() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const { method, url, headers } = request
    const { pathname, searchParams } = new URL(url!, this.url)
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const asked = {
      method: method!,
      path: pathname,
      query: searchParams,
      body: text ? JSON.parse(text) : undefined,
    }
    const pause = this.#pause
    this.#pause = undefined
    pause?.arrive()
    await pause?.resumed
    const fault = this.#faults.shift()
    if (fault && 'cut' in fault) return this.#cut(fault.cut, asked as Asked, response)
    const isKnown = headers.authorization === `Bearer ${TOKEN}`
    const answer = fault ?? (isKnown ? this.#answer(asked as Asked) : refusal(401, 'INVALID_AUTHENTICATION'))
    this.exchanges.push(checkExchange({ ...asked, status: answer.status, answer: answer.body }))
    const extra = fault && 'headers' in fault ? fault.headers : {}
    response.writeHead(answer.status, { 'content-type': 'application/json', ...extra })
    response.end(answer.body && JSON.stringify(answer.body))
  }

  #cut(when: 'before' | 'after' | 'half', asked: Asked, response: ServerResponse) {
    if (when === 'before') return response.destroy()
    const text = JSON.stringify(this.#answer(asked).body)
    if (when === 'after') return response.destroy()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(text.slice(0, text.length / 2))
  }

  #answer({ method, path, query, body }: Asked): Answer {
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
