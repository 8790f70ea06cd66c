import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to the next request instead of an answer; `pass`: it is answered. */
type Fault =
  | { pass: true }
  | { status: number; body?: object; headers?: Record<string, string> }
  | { cut: 'before' | 'after' | 'half' }
/** `token`: the bearer's, or nothing. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  token: string
  body: never
  headers?: IncomingHttpHeaders
}
export type Answer = { status: number; body?: object; headers?: Record<string, string> }
export type Exchange = Omit<Asked, 'token' | 'body' | 'headers'> & {
  body?: unknown
  status: number
  answer?: object
}

/** A vendor on this machine: it answers, fails when told to, and holds every exchange to the vendor's description. */
export abstract class VendorServer {
  #server = createServer((request, response) => void this.#serve(request, response))
  #faults: Fault[] = []
  #pauses: { arrive: () => void; resumed: Promise<void> }[] = []
  readonly exchanges: Exchange[] = []

  static async start<Vendor extends VendorServer>(this: new () => Vendor) {
    const vendor = new this()
    await vendor.listen()
    return vendor
  }

  protected abstract answer(asked: Asked): Answer

  /** Throws when the exchange is not as the vendor describes it. */
  protected abstract check(exchange: Exchange): unknown

  /** How far away it is. */
  protected async before(): Promise<void> {}

  /** Which requests the faults are for. */
  protected mayFail(_: Asked) {
    return true
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  next(...faults: Fault[]) {
    this.#faults.push(...faults)
  }

  /** The next request is answered only after `resume`; `arrived` tells when it is there. Asked again: the one after that. */
  pauseAtNext() {
    const [arrived, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    this.#pauses.push({ arrive: arrived.resolve, resumed: resumed.promise })
    return { arrived: arrived.promise, resume: resumed.resolve }
  }

  async stop() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async listen() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const asked = await this.#read(request)
    await this.before()
    const pause = this.#pauses.shift()
    pause?.arrive()
    await pause?.resumed
    const next = this.mayFail(asked) ? this.#faults.shift() : undefined
    const fault = next && 'pass' in next ? undefined : next
    if (fault && 'cut' in fault) return this.#cut(fault.cut, asked, response)
    const { status, body, headers } = fault ?? this.answer(asked)
    const { method, path, query, body: given } = asked
    const exchange = { method, path, query, body: given, status, answer: body }
    this.check(exchange)
    this.exchanges.push(exchange)
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body && JSON.stringify(body))
  }

  async #read(request: IncomingMessage): Promise<Asked> {
    const { method, url, headers } = request
    const { pathname: path, searchParams: query } = new URL(url!, this.url)
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
    const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : text && JSON.parse(text)
    const token = headers.authorization?.replace(/^Bearer /, '') ?? ''
    return { method: method!, path, query, token, body: (body || undefined) as never, headers }
  }

  #cut(when: 'before' | 'after' | 'half', asked: Asked, response: ServerResponse) {
    if (when === 'before') return response.destroy()
    const text = JSON.stringify(this.answer(asked).body)
    if (when === 'after') return response.destroy()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(text.slice(0, text.length / 2))
  }
}
