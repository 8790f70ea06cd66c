import {
  checkUrl,
  locate,
  resolveBySystem,
  type AddressRules,
  type Resolve,
} from '#app/platform/outbound/safe_http_addresses'
import { exchange, type Hop, type Limits } from '#app/platform/outbound/safe_http_exchange'
import {
  RedirectRefusedError,
  TimedOutError,
  TooManyRedirectsError,
} from '#app/platform/outbound/safe_http_errors'

export type SafeFetchOptions = {
  /** Also call http addresses. Default: https only. */
  allowHttp?: boolean
  /** Also call ports above 1023. Default: the usual port of the scheme only. */
  anyPort?: boolean
  /**
   * Servers inside the private network that the operator of this installation has named, each as `host:port` just as the
   * address spells them. Only these may lie at loopback, private or unique-local addresses. Never filled by a company.
   */
  privateHosts?: readonly string[]
  /** Milliseconds for everything, redirects and the body included. Default: 10,000. */
  timeout?: number
  /** Milliseconds until each server is connected and has proved who it is. Default: 5,000. */
  connectTimeout?: number
  /** Bytes of an answer's body, unpacked. Default: 1 MiB. Its headers may have 16 KiB. */
  maxBytes?: number
  /** A longer body is cut there instead of refused: what it says is not what counts. Default: false. */
  isCut?: boolean
  /** How often the server may pass a request on. Default: 3. */
  maxRedirects?: number
  /** Finds the addresses of a name. Default: as the system does. */
  resolve?: Resolve
}

type Settings = AddressRules & Limits & { timeout: number; maxRedirects: number }

const DEFAULTS: Settings = {
  allowHttp: false,
  anyPort: false,
  privateHosts: [],
  timeout: 10_000,
  connectTimeout: 5_000,
  maxBytes: 1_048_576,
  isCut: false,
  maxRedirects: 3,
  resolve: resolveBySystem,
}
const REDIRECTS = [301, 302, 303, 307, 308]
const KEPT_ACROSS_ORIGINS = ['accept', 'accept-language', 'user-agent', 'content-type']

/**
 * The one way out: `fetch` for addresses that somebody else has chosen. It can be handed to whatever takes a `fetch`.
 *
 * The name is resolved once, every address that it has must be public, and the connection goes to one of just those. A
 * redirect is checked in the same way; only harmless headers cross to another origin, and a body never does.
 *
 * Resolves to a standard `Response` whose body has arrived as a whole, whatever its status. Rejects with an
 * `OutgoingRequestError` (see safe_http_errors.ts; `code` says why), or with the reason of the caller's own abort signal.
 * `init.redirect` is `follow`, `manual` (the redirect is the answer) or `error` (it is refused).
 */
export async function safeFetch(
  input: string | URL | Request,
  init: RequestInit = {},
  options: SafeFetchOptions = {}
): Promise<Response> {
  const settings = { ...DEFAULTS, ...options }
  const url = checkUrl(input instanceof Request ? input.url : String(input), settings)
  const request = new Request(input as Request, init)
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new TimedOutError()), settings.timeout)
  const given = init.signal ?? request.signal
  const pass = () => stop.abort(given.reason)
  given.addEventListener('abort', pass, { once: true })
  if (given.aborted) pass()
  try {
    const body = request.body && new Uint8Array(await request.arrayBuffer())
    const hop = { url, method: request.method, headers: request.headers, body }
    return await travel(request, hop, settings, stop.signal)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
    given.removeEventListener('abort', pass)
  }
}

async function travel({ redirect }: Request, first: Hop, settings: Settings, signal: AbortSignal) {
  let hop = first
  for (let passedOn = 0; ; passedOn++) {
    const addresses = await unlessAborted(locate(hop.url, settings), signal)
    const response = await exchange(hop, addresses, settings, signal)
    const isPassedOn = REDIRECTS.includes(response.status) && response.headers.has('location')
    if (!isPassedOn || redirect === 'manual') return response
    if (redirect === 'error') throw new RedirectRefusedError()
    if (passedOn === settings.maxRedirects) throw new TooManyRedirectsError()
    hop = passOn(hop, response, settings)
  }
}

function passOn(hop: Hop, { status, headers }: Response, settings: Settings): Hop {
  const target = URL.parse(headers.get('location')!, hop.url.href)
  if (!target || (hop.url.protocol === 'https:' && target.protocol === 'http:'))
    throw new RedirectRefusedError()
  const url = checkUrl(target.href, settings)
  const isRead = (status === 303 && hop.method !== 'HEAD') || (status < 303 && hop.method === 'POST')
  const next = isRead ? { ...hop, url, method: 'GET', body: null } : { ...hop, url }
  if (url.origin === hop.url.origin) return next
  if (next.body) throw new RedirectRefusedError()
  return {
    ...next,
    headers: new Headers([...hop.headers].filter(([name]) => KEPT_ACROSS_ORIGINS.includes(name))),
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal) {
  return new Promise<T>((resolve, reject) => {
    work.then(resolve, reject)
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
