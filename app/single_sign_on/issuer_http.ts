import { privateIssuers } from '#config/single_sign_on'
import { rulesFor } from '#app/platform/outbound/named_hosts'
import { safeFetch } from '#app/platform/outbound/safe_http'

const MAX_BYTES = 512 * 1024
const TIMEOUT = 5_000

/**
 * How an issuer is spoken to: a company chose it, so its documents are treated as hostile. Only an issuer that the
 * operator named may send us to a private address, and only to its own.
 */
export function fetchFor(issuer: string) {
  const options = {
    ...rulesFor(issuer, privateIssuers),
    anyPort: true,
    maxBytes: MAX_BYTES,
    timeout: TIMEOUT,
  }
  return (url: string | URL, init?: object) =>
    safeFetch(url, { ...init, redirect: 'manual' } as RequestInit, options)
}

/** Inside the operator's own network an issuer may do without TLS. */
export const isNamedByOperator = (issuer: string) => rulesFor(issuer, privateIssuers).allowHttp
