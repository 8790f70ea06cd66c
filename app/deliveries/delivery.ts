import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { DeliverySchema } from '#database/schema'
import type { ProviderName } from '#config/providers'
import { newId } from '#app/platform/ids'
import { LADDER, SENDER_GONE, whyNotSent, type Failure, type Outcome } from '#app/platform/sending/posting'
import { timers } from '#app/platform/timers/timers'
import { turns } from '#app/platform/sending/turns'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'
import type { LinkKind } from '#app/identity/link_token'
import { DeliveryNotOverError, DeliveryNotUnknownError } from '#app/deliveries/errors'
import { ended, type DeliveryTry } from '#app/deliveries/delivery_try'
import type { Hold } from '#app/notification_preferences/pace'
import { mailKindOf } from '#app/deliveries/mail_kinds'
import {
  DeliveryFailed,
  DeliveryQueued,
  DeliveryResolved,
  DeliverySent,
  DeliveryUnknown,
  type Resolution,
} from '#app/deliveries/delivery_events'

/** Who carries what goes over a channel. */
const PROVIDERS = { mail: 'smtp', push: 'web_push' } as const satisfies Record<string, ProviderName>
export type DeliveryChannel = keyof typeof PROVIDERS

/** Why it is not to be sent at all, now or later. */
const whyNever = (channel: string, recipient: string) => (channel === 'mail' ? whyNotSent(recipient) : null)

export const DELIVERY_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'not_sent',
  'gathered',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type DeliveryDraft = {
  eventId: string
  channel?: DeliveryChannel
  kind: string
  templateVersion: number
  /** The version of the company's own words; null for the product's. */
  templateId?: string | null
  recipient: { kind: 'user' | 'customer' | 'invitation'; id: string | null; name: string; address: string }
  subject: string
  bodyHtml: string
  bodyText: string
  /** Where its reader goes from it. */
  url?: string | null
  /** The link that lets the recipient in: the stored body shows it masked, and whoever sends it mints it. */
  link: { kind: LinkKind; subjectId: string; masked: string } | null
}

/** What a message is, whatever became of it. */
const CONTENT = [
  ...(['eventId', 'channel', 'kind', 'templateVersion', 'templateId'] as const),
  ...(['recipientKind', 'recipientId', 'recipientName', 'recipient'] as const),
  ...(['subject', 'bodyHtml', 'bodyText', 'url', 'linkKind', 'linkSubjectId', 'maskedLink'] as const),
]
type Content = (typeof CONTENT)[number]

/** One message to one recipient over one channel, from the moment it is owed to what became of it. */
export default class Delivery extends DeliverySchema {
  @column()
  declare state: DeliveryState

  @column({ prepare: (value: unknown) => JSON.stringify(value) })
  declare tries: DeliveryTry[]

  /** Owes the message once per event, kind and recipient, however often it is asked for; what is held back waits. */
  static async queue(
    { recipient, link, channel = 'mail', ...draft }: DeliveryDraft,
    hold: Hold | null = null
  ) {
    const known = await this.query()
      .where({ eventId: draft.eventId, channel, kind: draft.kind, recipient: recipient.address })
      .first()
    if (known) return known
    const held = whyNever(channel, recipient.address) ? null : hold
    const delivery = await this.create({
      ...draft,
      channel,
      recipientKind: recipient.kind,
      recipientId: recipient.id,
      recipientName: recipient.name,
      recipient: recipient.address,
      linkKind: link?.kind ?? null,
      linkSubjectId: link?.subjectId ?? null,
      maskedLink: link?.masked ?? null,
      heldFor: held?.reason ?? null,
      heldUntil: held?.until ?? null,
      nextTryAt: held?.until ?? null,
      state: 'queued',
    })
    await DeliveryQueued.record(delivery, { ...delivery.about, resendOf: null })
    if (held) await delivery.#waitFor(held)
    else await delivery.askForTurn()
    return delivery
  }

  /** Where it went; not to somebody whose role hides customers or their addresses. */
  addressFor(reader: User | null) {
    const isShown = !reader || reader.fields('leads').shows('contactEmail')
    return this.recipientKind !== 'customer' || (isShown && this.isNamedTo(reader)) ? this.recipient : null
  }

  /** A mail says of which record it is, so that only those hear its subject who may see them all. */
  isNamedTo(reader: User | null) {
    return !reader || reader.rights.seeAll
  }

  /** Mails are written for people who may read all of a lead and its visits. */
  isReadableBy(reader: User | null) {
    return !reader || reader.rights.seeWhole
  }

  get about() {
    return { kind: this.kind, channel: this.channel }
  }

  /** Whether it waits for the word of a person. */
  get isUnresolved() {
    return this.state === 'unknown' && this.resolvedAt === null
  }

  static unresolved() {
    return this.query().where('state', 'unknown').whereNull('resolvedAt')
  }

  get isOver() {
    return this.state !== 'queued' && this.state !== 'sending'
  }

  /** Waits to be sent; what is not to be sent at all is over at once. */
  async askForTurn(provider: string = PROVIDERS[this.channel as DeliveryChannel]) {
    const reason = whyNever(this.channel, this.recipient)
    const { priority } = mailKindOf(this.kind)
    if (reason) await this.decline(reason)
    else turns.ask({ provider, priority, sender: 'delivery', subjectId: this.id })
  }

  /** What held it back is over. */
  async letGo() {
    await this.#lock()
    this.nextTryAt = null
    await this.save()
    await this.askForTurn()
  }

  /** It is sent as a part of another one. */
  async gather(whole: Delivery) {
    await this.#lock()
    await Object.assign(this, { state: 'gathered', gatheredIn: whole.id, nextTryAt: null }).save()
  }

  /** It is not to be sent at all. */
  async decline(reason: { code: string; error: string }) {
    await this.#lock()
    if (this.state === 'queued') await this.#end('not_sent', reason)
  }

  /** What became of a try. One that failed because the provider is out of order does not count. */
  async settle(outcome: Outcome, { provider, isOutOfOrder }: { provider: string; isOutOfOrder: boolean }) {
    await this.#lock()
    if (this.state !== 'sending') return
    this.tries = this.tries.with(-1, { ...this.tries.at(-1)!, provider })
    if (outcome.state === 'sent') {
      this.tries = ended(this.tries, outcome)
      const { providerId } = outcome
      await Object.assign(this, {
        state: 'sent',
        sentAt: DateTime.utc(),
        providerId,
        errorCode: null,
        error: null,
      }).save()
      await DeliverySent.record(this, this.about)
    } else if (outcome.state === 'later' && isOutOfOrder) {
      await this.#returnToQueue(outcome, provider)
    } else {
      await this.#giveUpOrRetry(outcome)
    }
  }

  /** The process that claimed it is gone, between the channel's answer and our record of it: nobody can know. */
  async abandon(attempt: number) {
    await this.#lock()
    if (this.state !== 'sending' || this.attempts !== attempt) return
    const state = mailKindOf(this.kind).isRepeatable ? 'later' : 'unknown'
    await this.#giveUpOrRetry({ state, ...SENDER_GONE })
  }

  /** Somebody has found out that it arrived. */
  async confirmArrival() {
    await this.#lock()
    if (!this.isUnresolved) throw new DeliveryNotUnknownError()
    this.state = 'sent'
    await this.#resolve('arrived')
  }

  /** Owes the same message anew, as a row of its own: what became of this one stays on record. */
  async resend() {
    await this.#lock()
    if (!this.isOver) throw new DeliveryNotOverError()
    if (this.isUnresolved) await this.#resolve('sent_again')
    const last = await Delivery.query()
      .where({ eventId: this.eventId, channel: this.channel, kind: this.kind, recipient: this.recipient })
      .orderBy('resendNumber', 'desc')
      .firstOrFail()
    const again = await Delivery.create({
      ...this.#content(),
      id: newId(),
      resendNumber: last.resendNumber + 1,
      state: 'queued',
    })
    await DeliveryQueued.record(again, { ...again.about, resendOf: this.id })
    await again.askForTurn()
    return again
  }

  // One that waits for each end: it takes all that is due, and one that runs already has another after it.
  async #waitFor({ until }: Hold) {
    const { tenantId, recipientId: userId, channel } = this
    const due = { tenantId, userId, channel, until: until.toMillis() }
    const key = `${userId}:${channel}:${due.until}`
    await timers.schedule('held_deliveries', due, { startAfter: until }, { key })
  }

  async #returnToQueue(outcome: Failure, provider: string) {
    this.tries = ended(this.tries, outcome, { isUncounted: true })
    const { code: errorCode, error } = outcome
    await Object.assign(this, { state: 'queued', attempts: this.attempts - 1, errorCode, error }).save()
    await this.askForTurn(provider)
  }

  async #giveUpOrRetry(failure: Failure) {
    const wait = failure.state === 'later' ? LADDER[this.attempts - 1] : undefined
    const atLeast = { seconds: failure.retryAfter ?? 0 }
    const nextTryAt = wait ? DateTime.max(DateTime.utc().plus(wait), DateTime.utc().plus(atLeast)) : null
    this.tries = ended(this.tries, failure, nextTryAt ? { nextTryAt: nextTryAt.toISO() } : {})
    if (nextTryAt) {
      await Object.assign(this, {
        state: 'queued',
        nextTryAt,
        errorCode: failure.code,
        error: failure.error,
      }).save()
      const due = { tenantId: Current.tenantId, deliveryId: this.id }
      await timers.schedule('delivery_retry', due, { startAfter: nextTryAt })
    } else {
      await this.#end(failure.state === 'later' ? 'failed' : failure.state, failure)
    }
  }

  async #end(state: 'failed' | 'unknown' | 'not_sent', { code, error }: { code: string; error: string }) {
    await Object.assign(this, { state, errorCode: code, error }).save()
    if (state === 'unknown') await DeliveryUnknown.record(this, this.about)
    else await DeliveryFailed.record(this, { ...this.about, error: code })
  }

  async #resolve(resolution: Resolution) {
    const resolvedBy = Current.actor.name ?? null
    await Object.assign(this, { resolution, resolvedAt: DateTime.utc(), resolvedBy }).save()
    await DeliveryResolved.record(this, { ...this.about, resolution })
  }

  #content() {
    return Object.fromEntries(CONTENT.map((field) => [field, this[field]])) as Pick<Delivery, Content>
  }

  async #lock() {
    await lockRow(this)
  }
}
