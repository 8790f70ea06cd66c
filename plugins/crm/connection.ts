import { safeFetch } from '#app/platform/outbound/safe_http'
import { OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import type { CrmConnection, CrmSettings } from '#plugins/crm/contract'
import { CrmUnavailableError } from '#plugins/crm/errors'

const TIMEOUT = 15_000
const MAX_BYTES = 4 * 1024 * 1024

type Way = {
  host: string
  settings: CrmSettings
  country: string
  timeZone?: string
  account?: string | null
  values?: readonly string[]
  /** `host:port` of a server inside that the operator has put in the vendor's place: a sandbox, or one of a test. */
  privateHost?: string
  carry?: CrmCarry
}

/**
 * What the platform does around each request of a company: it waits its turn, hands over the access token of a company that
 * has one, and writes down what became of it.
 */
export type CrmCarry = (
  asked: { method: string; path: string },
  send: (accessToken: string | null) => Promise<Response>
) => Promise<Response>

const AT_ONCE: CrmCarry = (_, send) => send(null)

/** A company's way to the host of an adapter; redirects lead nowhere. */
export function openConnection({
  host,
  settings,
  country,
  timeZone,
  account,
  values,
  privateHost,
  carry = AT_ONCE,
}: Way): CrmConnection {
  const isInside = privateHost !== undefined
  const network = { privateHosts: isInside ? [privateHost] : [], allowHttp: isInside, anyPort: isInside }
  return {
    settings,
    country,
    timeZone,
    account,
    values,
    async request(path, init = {}) {
      const url = URL.parse(path, host)
      if (!path.startsWith('/') || url?.origin !== new URL(host).origin)
        throw new TypeError(`An adapter asks its own host only, not ${path}`)
      const send = async (accessToken: string | null) => {
        const headers = new Headers(init.headers)
        if (accessToken) headers.set('authorization', `Bearer ${accessToken}`)
        try {
          const options = { ...network, timeout: TIMEOUT, maxBytes: MAX_BYTES }
          return await safeFetch(url, { ...init, headers, redirect: 'error' }, options)
        } catch (error) {
          if (error instanceof OutgoingRequestError)
            throw new CrmUnavailableError(undefined, { cause: error })
          throw error
        }
      }
      return carry({ method: init.method ?? 'GET', path }, send)
    },
  }
}
