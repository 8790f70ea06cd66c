import { privateIssuers } from '#config/single_sign_on'
import { safeFetch } from '#app/platform/outbound/safe_http'

const MAX_BYTES = 512 * 1024
const TIMEOUT = 5_000

/**
 * How an issuer is spoken to: a company chose it, so its documents are treated as hostile. Only an issuer that the
 * operator named may send us to a private address, and only to its own.
 */
export function fetchFor(issuer: string) {
  const isNamed = isNamedByOperator(issuer)
  const options = {
    privateHosts: isNamed ? [hostOf(new URL(issuer))] : [],
    allowHttp: isNamed,
    anyPort: true,
    maxBytes: MAX_BYTES,
    timeout: TIMEOUT,
  }
  return (url: string | URL, init?: object) =>
    safeFetch(url, { ...init, redirect: 'manual' } as RequestInit, options)
}

/** Inside the operator's own network an issuer may do without TLS. */
export function isNamedByOperator(issuer: string) {
  const url = URL.parse(issuer)
  return url !== null && privateIssuers.includes(hostOf(url))
}

const hostOf = ({ protocol, hostname, port }: URL) =>
  `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
