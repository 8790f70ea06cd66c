import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'
import { DeliverySchema } from '#database/schema'
import type { ProviderName } from '#config/providers'
import { whyNotSent } from '#app/platform/sending/posting'
import { Current } from '#app/platform/database/current'
import { timers } from '#app/platform/timers/timers'
import { turns } from '#app/platform/sending/turns'
import { lockRow } from '#app/platform/database/row_lock'
import User from '#app/identity/user'
import type { DeliveryDraft } from '#app/deliveries/delivery_draft'
import type { DeliveryTry } from '#app/deliveries/delivery_try'
import type { Hold } from '#app/notification_preferences/pace'
import { mailKindOf } from '#app/deliveries/mail_kinds'
import { DeliveryFailed, DeliveryQueued, DeliveryUnknown } from '#app/deliveries/delivery_events'

/** Who carries what goes over a channel. */
const PROVIDERS = { mail: 'smtp', push: 'web_push' } as const satisfies Record<string, ProviderName>
export type DeliveryChannel = keyof typeof PROVIDERS

export const RECIPIENT_GONE = {
  code: 'E_RECIPIENT_GONE',
  error: 'This person was deactivated before it was sent',
}

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

/** One message to one recipient over one channel, from the moment it is owed to what became of it. */
export default class Delivery extends DeliverySchema {
  static isWrittenAtEnd = true

  @column()
  declare state: DeliveryState

  @column({ prepare: (value: unknown) => JSON.stringify(value) })
  declare tries: DeliveryTry[]

  /** Owes the message once per event, kind and recipient, however often it is asked for; what is held back waits. */
  static async queue(
    { recipient, link, channel = 'mail', ...draft }: DeliveryDraft,
    hold: Hold | null = null
  ) {
    const { eventId, kind } = draft
    const owed = await this.owedFor(eventId)
    const known = owed.find(
      (one) => one.channel === channel && one.kind === kind && one.recipient === recipient.address
    )
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
    owed.push(delivery)
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

  /** Delivery by delivery by the key: the planner may think that the company has only these, and read all that it got since. */
  static each(ids: string[]) {
    const found = db.raw(
      `(select own.* from unnest(cast(? as uuid[])) as wanted (id), lateral
         (select * from deliveries where tenant_id = ? and id = wanted.id limit 1) own) as deliveries`,
      [ids, Current.tenantId]
    )
    return this.query().from(found as unknown as ChainableContract)
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
    await this.lock()
    this.nextTryAt = null
    await this.save()
    await this.askForTurn()
  }

  /** Whether it is for a member who was deactivated meanwhile. */
  async isRecipientGone() {
    if (this.recipientKind !== 'user' || mailKindOf(this.kind).tellsOfTheEnd) return false
    const reader = await User.find(this.recipientId)
    return !reader?.isActive
  }

  /** It is sent as a part of another one. */
  async gather(whole: Delivery) {
    await this.lock()
    await Object.assign(this, { state: 'gathered', gatheredIn: whole.id, nextTryAt: null }).save()
  }

  /** It is not to be sent at all. */
  async decline(reason: { code: string; error: string }) {
    await this.lock()
    if (this.state === 'queued') await this.end('not_sent', reason)
  }

  /** What the event owes already. Asked once for all that the unit works on: each question would write what is postponed. */
  static async owedFor(id: string) {
    const read = async (ids: string[]) => {
      const owed = Map.groupBy(await this.query().whereIn('eventId', ids), ({ eventId }) => eventId)
      return new Map(ids.map((id) => [id, owed.get(id) ?? []]))
    }
    return (await Current.rememberedOf('owed', { type: 'event', id }, read))!
  }

  // One that waits for each end: it takes all that is due, and one that runs already has another after it.
  async #waitFor({ until }: Hold) {
    const { tenantId, recipientId: userId, channel } = this
    const due = { tenantId, userId, channel, until: until.toMillis() }
    const key = `${userId}:${channel}:${due.until}`
    await timers.schedule('held_deliveries', due, { startAfter: until }, { key })
  }

  /** Nothing more is tried. */
  async end(state: 'failed' | 'unknown' | 'not_sent', { code, error }: { code: string; error: string }) {
    await Object.assign(this, { state, errorCode: code, error }).save()
    if (state === 'unknown') await DeliveryUnknown.record(this, this.about)
    else await DeliveryFailed.record(this, { ...this.about, error: code })
  }

  lock() {
    return lockRow(this)
  }
}
