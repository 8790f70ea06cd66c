import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import pg from 'pg'
import HttpExceptionHandler from '#app/platform/exception_handler'
import { countEvents, MAY_CHANGE, printOf, wholeDatabase } from '#tests/security/database_print'

type Query = (this: unknown, first: string | { text?: string }, ...rest: unknown[]) => unknown
type Print = Awaited<ReturnType<typeof wholeDatabase>>

const WRITES = /\b(insert|update|delete|merge|truncate|copy)\b/i
const LOCKS = /\b(for( no key)?|do) update\b/gi
const TARGETS = /\b(?:insert into|update|delete from)\s+"?(\w+)/gi
/** The schema of events and timers on their way. */
const CARRIER = 'pgboss'
const OF_EVENTS = ['events', 'event_subjects', 'outbox']
/** Told to the companies of whoever failed, when the answer is out already: it may fall into the next request. */
const FAILED_SIGN_IN = 'user.sign_in_failed'
const END = /\b(commit|rollback)\b(?! to)/i
/** Where one row goes, others may go with it. */
const SPREADS = /\b(delete|merge|truncate|copy)\b/i

/** The tables that a statement writes to; null when it may be any. */
function targetsOf(words: string): string[] | null {
  if (!WRITES.test(words.replace(LOCKS, ''))) return []
  const targets = [...words.replace(LOCKS, '').matchAll(TARGETS)].map(([, name]) => name)
  const kept = targets.filter((name) => !(name in MAY_CHANGE) && name !== CARRIER)
  if (targets.length > 0 && kept.length === 0) return []
  return targets.length === 0 || targets.includes('public') || SPREADS.test(words) ? null : kept
}

/**
 * Sees to it that a refused request leaves every table as it was, byte for byte, whoever sends it in whatever spec: it
 * stands between Node's server and the product. The database is looked at again only after somebody has written to it.
 */
export class Untouched {
  #print: Print = {}
  /** The tables that were written to since the last look; null for any. */
  #written: Set<string> | null = null
  #open = 0
  /** How many there are, without the sign-ins that failed. */
  #events = 0
  #refused = new WeakSet<ServerResponse>()
  #broken: string[] = []

  constructor() {
    this.#listenToStatements()
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
    const changed = Object.keys(now).filter((table) => now[table] !== before[table])
    if (changed.every((table) => OF_EVENTS.includes(table)) && this.#events === events) return
    if (changed.length) this.#broken.push(`${response.statusCode} ${method} ${url}: ${changed.join(', ')}`)
  }

  async #look() {
    const written = this.#written && [...this.#written]
    this.#written = new Set()
    const isKnown = written?.every((name) => name in this.#print)
    const now = isKnown ? await printOf(written!) : await wholeDatabase()
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

  #listenToStatements() {
    const prototype = pg.Client.prototype as unknown as { query: Query }
    const query = prototype.query
    const note = (targets: string[] | null) => {
      if (targets === null) this.#written = null
      else for (const name of targets) this.#written?.add(name)
    }
    // What was written is there for others from the COMMIT on, which comes later.
    const open = new WeakMap<object, (string[] | null)[]>()
    prototype.query = function (first, ...rest) {
      const words = typeof first === 'string' ? first : (first?.text ?? '')
      const said = [...(open.get(this as object) ?? []), targetsOf(words)]
      open.set(this as object, END.test(words) ? [] : said.filter((one) => one === null || one.length > 0))
      said.forEach(note)
      return query.call(this, first, ...rest)
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
