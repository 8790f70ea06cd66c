import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Field, Person } from '#plugins/crm/example/mapper'

/** What happens to the next request instead of an answer. */
type Fault = { status: number; headers?: Record<string, string> } | { cut: 'before' | 'half' }

export const TOKEN = 'a token of a test'
const NAME = ['full_name'] as const
const TEXT = ['full_name', 'line_1', 'line_2', 'town', 'zip'] as const
const PLAIN = [...TEXT, 'mail', 'phone', 'state', 'country', 'memo']
const KNOWN = [...PLAIN, 'shoe_size', 'archived']
const FIELDS: Field[] = [...PLAIN, 'shoe_size'].map((name) => ({
  name,
  label: name.replace('_', ' '),
  kind: 'text',
  read_only: false,
  custom: name === 'shoe_size',
}))
const PAGE = 100

/** Answers as the vendor's description of the API says, from memory. */
export class ExampleServer {
  #people: Person[] = []
  #changed: string[] = []
  #faults: Fault[] = []
  #server: Server
  #asked = 0

  static async start() {
    const server = new ExampleServer()
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

  next(...faults: Fault[]) {
    this.#faults.push(...faults)
  }

  async stop() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const fault = this.#faults.shift()
    if (fault && 'cut' in fault && fault.cut === 'before') return response.destroy()
    const isKnown = request.headers.authorization === `Bearer ${TOKEN}`
    const [status, body] = isKnown ? this.#answer(request, text) : [401, { message: 'Who is this?' }]
    const faulty = fault && 'status' in fault ? fault : null
    const words = JSON.stringify(faulty ? { message: 'Refused' } : body)
    response.writeHead(faulty?.status ?? status, {
      'content-type': 'application/json',
      'x-requests-of-the-day': `${++this.#asked}/15000`,
      'x-next-day-at': new Date(Date.now() + 3_600_000).toISOString(),
      ...faulty?.headers,
    })
    response.end(fault && 'cut' in fault ? words.slice(0, words.length / 2) : words)
  }

  #answer({ method, url }: IncomingMessage, text: string): [status: number, body: object] {
    const { pathname, searchParams } = new URL(url!, this.url)
    const id = /^\/v1\/people\/(\d+)$/.exec(pathname)?.[1]
    const person = this.#people.find((one) => one.id === id)
    if (id && !person) return [404, { message: 'Nobody' }]
    if (pathname === '/v1/fields') return [200, { fields: FIELDS }]
    if (pathname === '/v1/changes') return [200, this.#changesAfter(searchParams.get('after'))]
    if (method === 'GET') return [200, person ?? { people: this.#search(searchParams) }]
    const given = JSON.parse(text) as Partial<Person>
    const unknown = Object.keys(given).find((field) => !KNOWN.includes(field))
    if (unknown) return [422, { message: `There is no field ${unknown}` }]
    return person ? [200, this.#change(person, given)] : [201, this.#create(given)]
  }

  #create(given: Partial<Person>) {
    const id = String(this.#people.length + 1)
    const person = { archived: false, ...given, id } as Person
    this.#people.push(person)
    return this.#change(person, {})
  }

  #change(person: Person, given: Partial<Person>) {
    this.#changed.push(person.id)
    return Object.assign(person, given, { changed_at: new Date().toISOString() })
  }

  #changesAfter(after: string | null) {
    const from = Number(after ?? this.#changed.length)
    const ids = this.#changed.slice(from, from + PAGE)
    const people = this.#people.filter(({ id }) => ids.includes(id))
    const next = from + ids.length
    return { people, removed: [], next: String(next), more: next < this.#changed.length }
  }

  #search(query: URLSearchParams) {
    const ids = query.get('ids')?.split(',')
    if (ids) return this.#people.filter(({ id }) => ids.includes(id))
    const present = this.#people.filter((person) => !person.archived)
    const after = query.get('after')
    if (after) return present.filter(({ id }) => Number(id) > Number(after)).slice(0, PAGE)
    const found = present.filter((person) => isSought(person, query))
    return found.reverse().slice(0, Number(query.get('limit')))
  }
}

function isSought(person: Person, query: URLSearchParams) {
  const [email, phone] = [query.get('email'), query.get('phone')]
  if (email) return person.mail?.toLowerCase() === email.toLowerCase()
  if (phone) return person.phone === phone
  const fields = query.has('name') ? NAME : TEXT
  const own = fields.flatMap((field) => person[field]?.toLowerCase().split(/\s+/) ?? [])
  const words = (query.get('name') ?? query.get('text') ?? '').toLowerCase().split(/\s+/)
  return words.every((word) => own.some((one) => one.startsWith(word)))
}
