import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { WebhookRefusedError, WebhookTooLongError } from '#app/platform/incoming/incoming_errors'

type Signed = { url: string; method: string; body: string; header(name: string): string | undefined }
type Encoding = 'base64' | 'hex'

const LONGEST = 512 * 1024
const WITHIN = 5 * 60 * 1000
/** Clocks differ. */
const AHEAD = 60 * 1000

/** What a program outside has sent, as it came. Nothing in it may be believed before its signature is proved. */
export class IncomingWebhook implements Signed {
  #secret: string
  readonly url: string
  readonly method: string
  readonly body: string
  readonly header: Signed['header']

  /** `secret`: what we share with the sender; whoever reads the webhook does not see it. */
  constructor({ url, method, body, header }: Signed, secret: string) {
    this.url = url
    this.method = method
    this.body = body
    this.header = header
    this.#secret = secret
  }

  /** Its address is the one that the operator publishes, whatever the request says of its host. */
  static in({ request }: HttpContext, secret: string) {
    const body = request.raw()
    if (body === null) throw new WebhookRefusedError()
    if (Buffer.byteLength(body) > LONGEST) throw new WebhookTooLongError()
    const header = (name: string) => request.header(name)
    return new this({ url: appUrl + request.url(true), method: request.intended(), body, header }, secret)
  }

  /** Whether whoever has the secret has signed this text (HMAC-SHA256). No signature is a wrong one. */
  isSigned(text: string, given = '', encoding: Encoding = 'base64') {
    const due = Buffer.from(createHmac('sha256', this.#secret).update(text).digest(encoding))
    const met = Buffer.from(given)
    return due.length === met.length && timingSafeEqual(due, met)
  }

  /** Whether a moment that was signed along, in milliseconds since 1970, is of these minutes. */
  isOfNow(moment = '', now = Date.now()) {
    const age = /^\d{1,15}$/.test(moment) ? now - Number(moment) : Number.NaN
    return age <= WITHIN && age >= -AHEAD
  }
}
