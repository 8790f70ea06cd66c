import { privateWebhookHosts } from '#config/webhooks'
import { rulesFor } from '#app/platform/outbound/named_hosts'
import { retryAfterIn } from '#app/platform/outbound/retry_after'
import { safeFetch } from '#app/platform/outbound/safe_http'
import { checkUrl, locate, resolveBySystem } from '#app/platform/outbound/safe_http_addresses'
import { NameUnknownError, OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import { signedHeaders } from '#app/webhooks/webhook_signature'

export type WebhookMessage = { url: string; id: string; payload: string; secrets: string[] }

export type WebhookAnswer = {
  isTaken: boolean
  /** Of the answer; null where there was none, and `code` says why. */
  status: number | null
  code?: string
  /** What was answered, or why there is no answer. */
  answer: string
  /** Seconds that the far side wants to be left alone for. */
  retryAfter?: number
}

const LIMITS = { timeout: 15_000, maxBytes: 16_384, isCut: true }
const SHOWN = 2000

// Programs of companies listen at any port.
const webhookRules = (address: string) => ({ ...rulesFor(address, privateWebhookHosts), anyPort: true })

/** Why nothing can be sent to an address; null where it can. Who cannot be looked up now is asked again at each message. */
export async function whyNotCalled(address: string) {
  const rules = { ...webhookRules(address), resolve: resolveBySystem }
  try {
    await locate(checkUrl(address, rules), rules)
    return null
  } catch (error) {
    if (!(error instanceof OutgoingRequestError)) throw error
    return error instanceof NameUnknownError ? null : error.message
  }
}

/** Hands one message over, outside any unit of work, and says what was answered. */
export async function postWebhook({ url, secrets, ...message }: WebhookMessage): Promise<WebhookAnswer> {
  const signed = signedHeaders({ ...message, sentAt: new Date() }, secrets)
  const headers = { 'content-type': 'application/json', 'user-agent': 'Latchkey-Webhooks', ...signed }
  const request = { method: 'POST', redirect: 'error', body: message.payload, headers } as const
  try {
    return await said(await safeFetch(url, request, { ...webhookRules(url), ...LIMITS }))
  } catch (error) {
    if (!(error instanceof OutgoingRequestError)) throw error
    return { isTaken: false, status: null, code: error.code, answer: error.message }
  }
}

async function said(response: Response): Promise<WebhookAnswer> {
  const { ok, status, headers } = response
  // A zero is the one character that the database cannot hold.
  const answer = (await response.text()).replaceAll('\0', '').slice(0, SHOWN).toWellFormed()
  return { isTaken: ok, status, answer, retryAfter: ok ? undefined : retryAfterIn(headers) }
}
