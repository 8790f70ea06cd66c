import { createHash } from 'node:crypto'
import { privatePushServices } from '#config/web_push'
import { retryAfterIn } from '#app/platform/outbound/retry_after'
import { rulesFor } from '#app/platform/outbound/named_hosts'
import { safeFetch } from '#app/platform/outbound/safe_http'
import {
  AddressRefusedError,
  OutgoingRequestError,
  PrivateAddressError,
  RedirectRefusedError,
} from '#app/platform/outbound/safe_http_errors'
import { encrypt, type PushKeys } from '#app/platform/sending/push_encryption'
import { vapid } from '#app/platform/sending/vapid'
import type { Outcome } from '#app/platform/sending/posting'

export type PushTarget = PushKeys & { endpoint: string }
export type PushMessage = {
  title: string
  body: string | null
  url: string
  /** A later message with the same one takes the place of the earlier. */
  tag: string
  urgency: 'high' | 'normal'
}

export const GONE = 'E_PUSH_GONE'

const DAY = 86_400
const SECOND_MOST = 512

const NEVER = [AddressRefusedError, PrivateAddressError, RedirectRefusedError]

/** Hands a message to the push service of one browser, and says what became of it. Sent twice, it shows once. */
export async function push(message: PushMessage, target: PushTarget): Promise<Outcome> {
  try {
    const answer = await hand(message, target)
    const isTooLong = answer.status === 413
    return outcomeOf(isTooLong ? await hand({ ...message, body: null }, target, SECOND_MOST) : answer)
  } catch (error) {
    if (!(error instanceof OutgoingRequestError)) throw error
    const state = NEVER.some((one) => error instanceof one) ? 'failed' : 'later'
    return { state, code: error.code!, error: error.message }
  }
}

async function hand({ urgency, ...message }: PushMessage, target: PushTarget, most?: number) {
  const { publicKey, sign } = await vapid()
  const body = encrypt(Buffer.from(fitting(message, most)), target)
  return safeFetch(
    target.endpoint,
    {
      method: 'POST',
      redirect: 'error',
      body: new Uint8Array(body),
      headers: {
        authorization: `vapid t=${await sign(new URL(target.endpoint).origin)}, k=${publicKey}`,
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(DAY),
        urgency,
        topic: createHash('sha256').update(message.tag).digest('base64url').slice(0, 32),
      },
    },
    { ...rulesFor(target.endpoint, privatePushServices), maxBytes: 16_384 }
  )
}

/** The message as JSON of so many bytes at most; of a long one the body is cut. */
function fitting({ body, ...message }: Omit<PushMessage, 'urgency'>, most = 2_800) {
  for (let text = body ?? ''; ; text = text.slice(0, Math.floor(text.length * 0.8))) {
    const cut = text === (body ?? '') ? text : `${text.toWellFormed()}…`
    const json = JSON.stringify({ ...message, body: cut || null })
    if (Buffer.byteLength(json) <= most || text === '') return json
  }
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const { status, ok, headers } = answer
  if (ok) return { state: 'sent', providerId: headers.get('location'), answer: String(status) }
  const said = `${status} ${(await answer.text()).trim().slice(0, 200)}`.trim()
  if (status === 404 || status === 410)
    return { state: 'failed', code: GONE, error: `The browser is no longer there: ${said}` }
  if (status === 429 || status >= 500)
    return { state: 'later', code: 'E_PUSH_LATER', error: said, retryAfter: retryAfterIn(headers) }
  return {
    state: 'failed',
    code: status === 413 ? 'E_PUSH_TOO_LARGE' : 'E_PUSH_REFUSED',
    error: `The push service refused it: ${said}`,
  }
}
