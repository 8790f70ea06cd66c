import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import HttpExceptionHandler from '#app/platform/http/exception_handler'
import { countEvents, printOf } from '#tests/security/database_print'
import { WrittenTables } from '#tests/security/written_tables'

type Print = Awaited<ReturnType<typeof printOf>>

/** What a vendor was asked is on record, whatever comes of the request that asked. */
const OF_VENDORS = ['vendor_connections', 'vendor_exchanges']
const OF_EVENTS = ['events', 'event_subjects', 'outbox']
/** Told to the companies of whoever failed, when the answer is out already: it may fall into the next request. */
const FAILED_SIGN_IN = 'user.sign_in_failed'

/**
 * Sees to it that a refused request leaves every table as it was, byte for byte, whoever sends it in whatever spec: it
 * stands between Node's server and the product. The database is looked at again only after somebody has written to it.
 */
export class Untouched {
  #print: Print = {}
  #written = new WrittenTables()
  #open = 0
  /** How many there are, without the sign-ins that failed. */
  #events = 0
  #refused = new WeakSet<ServerResponse>()
  #broken: string[] = []

  constructor() {
    this.#listenToRefusals()
  }

  guard(handle: RequestListener): RequestListener {
    return async (request, response) => {
      const leave = this.#enter()
      response.once('close', leave)
      if (this.#open === 1) await this.#look().catch((error) => this.#broken.push(String(error)))
      const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse
      response.end = ((...rest: unknown[]) => {
        this.#judge(request, response)
          .catch((error) => this.#broken.push(String(error)))
          .finally(() => {
            leave()
            end(...rest)
          })
        return response
      }) as never
      return handle(request, response)
    }
  }

  /** Throws for what was broken since the last time. */
  verify() {
    const broken = this.#broken.splice(0)
    if (broken.length) throw new Error(`Refused, and yet something was written:\n${broken.join('\n')}`)
  }

  async #judge({ method, url }: IncomingMessage, response: ServerResponse) {
    // Of requests that meet, nobody can say who wrote what.
    if (this.#open > 1) return
    if (response.statusCode < 400 && !this.#refused.has(response)) return
    const [before, events] = [this.#print, this.#events]
    const now = await this.#look()
    const changed = Object.keys(now).filter(
      (table) => now[table] !== before[table] && !OF_VENDORS.includes(table)
    )
    if (changed.every((table) => OF_EVENTS.includes(table)) && this.#events === events) return
    if (changed.length) this.#broken.push(`${response.statusCode} ${method} ${url}: ${changed.join(', ')}`)
  }

  async #look() {
    const now = await printOf(await this.#written.since())
    if ('events' in now && now.events !== this.#print.events)
      this.#events = await countEvents({ except: FAILED_SIGN_IN })
    return (this.#print = { ...this.#print, ...now })
  }

  #enter() {
    this.#open++
    let isInside = true
    return () => {
      if (isInside) this.#open--
      isInside = false
    }
  }

  #listenToRefusals() {
    const refused = this.#refused
    const { prototype } = HttpExceptionHandler
    const handle = prototype.handle
    prototype.handle = function (thrown, ctx) {
      refused.add(ctx.response.response)
      return handle.call(this, thrown, ctx)
    }
  }
}
