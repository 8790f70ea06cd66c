import { verify } from 'node:crypto'
import { DateTime } from 'luxon'
import { reportTopics } from '#config/mail'
import { MailReportRefusedError } from '#app/bounces/errors'
import { snsHost } from '#app/bounces/sns_host'

/** What is signed, in this order (Amazon SNS, "Verifying the signatures of Amazon SNS messages"). */
const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
}
const HASHES: Record<string, string> = { 1: 'sha1', 2: 'sha256' }
const HOST = /^sns\.[a-z0-9-]{3,32}\.amazonaws\.com(\.cn)?$/
const CERTIFICATE = /^\/SimpleNotificationService-[0-9a-z]+\.pem$/i
/** Longer than it is delivered anew, and never from tomorrow. */
const OLDEST = { hours: 24 }
const AHEAD = { minutes: 15 }

type Kind = keyof typeof SIGNED

/** A message that names itself as one of Amazon SNS. Nothing in it may be believed before `verify`. */
export class SnsMessage {
  private constructor(private fields: Record<string, string>) {}

  static parse(text: string | null) {
    const given = parsed(text)
    const texts = Object.entries(given ?? {}).filter(([, value]) => typeof value === 'string')
    const message = new SnsMessage(Object.fromEntries(texts as [string, string][]))
    if (!Object.hasOwn(SIGNED, message.fields.Type ?? '')) throw new MailReportRefusedError('it is no report')
    return message
  }

  get id() {
    return this.fields.MessageId
  }

  get kind() {
    return this.fields.Type as Kind
  }

  /** What the sender of the topic says. */
  get content(): unknown {
    return parsed(this.fields.Message)
  }

  /** Of a topic of ours, of today, and signed with the key of a certificate that Amazon serves. */
  async verify() {
    const { TopicArn, Timestamp, SigningCertURL, Signature, SignatureVersion } = this.fields
    if (!reportTopics.includes(TopicArn)) throw new MailReportRefusedError('its topic is not in SES_TOPICS')
    const age = DateTime.fromISO(Timestamp ?? '')
    if (!(age > DateTime.utc().minus(OLDEST) && age < DateTime.utc().plus(AHEAD)))
      throw new MailReportRefusedError('it is not of today')
    const hash = HASHES[SignatureVersion]
    const url = ownAddress(SigningCertURL)
    if (!hash || !url || !CERTIFICATE.test(url.pathname))
      throw new MailReportRefusedError('its certificate is not one of Amazon SNS')
    const key = await snsHost.keyAt(url.href)
    if (!verify(hash, Buffer.from(this.#signedText), key, Buffer.from(Signature ?? '', 'base64')))
      throw new MailReportRefusedError('its signature does not fit')
  }

  /** Says that the topic may send here. */
  async confirm() {
    const url = ownAddress(this.fields.SubscribeURL)
    if (!url) throw new MailReportRefusedError('its subscription is not one of Amazon SNS')
    await snsHost.get(url.href)
  }

  get #signedText() {
    const named = SIGNED[this.kind].filter((name) => this.fields[name] !== undefined)
    return named.map((name) => `${name}\n${this.fields[name]}\n`).join('')
  }
}

function ownAddress(text: string | undefined) {
  const url = URL.parse(text ?? '')
  const isPlain =
    url?.protocol === 'https:' && url.port === '' && url.username === '' && url.search.length < 4096
  return isPlain && HOST.test(url.hostname) ? url : null
}

function parsed(text: string | null | undefined): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text ?? '')
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
