import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { DeliverySchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { CLAIM, LADDER, SENDER_GONE, type Outcome } from '#app/platform/posting'
import { timers } from '#app/platform/timers'
import { Current } from '#app/platform/current'
import { lockRow } from '#app/platform/row_lock'
import type User from '#app/identity/user'
import type { LinkKind } from '#app/identity/link_token'
import { DeliveryNotOverError } from '#app/notifications/errors'
import {
  DeliveryFailed,
  DeliveryQueued,
  DeliverySent,
  DeliveryUnknown,
} from '#app/notifications/delivery_events'

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'not_sent'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type DeliveryDraft = {
  eventId: string
  kind: string
  templateVersion: number
  recipient: { kind: 'user' | 'customer' | 'invitation'; id: string | null; name: string; address: string }
  subject: string
  bodyHtml: string
  bodyText: string
  /** The link that lets the recipient in: the stored body shows it masked, and whoever sends it mints it. */
  link: { kind: LinkKind; subjectId: string; masked: string } | null
}

/** Kinds that may reach somebody twice: better two invitations than none. */
const REPEATABLE = ['invitation']

/** One message to one recipient over one channel, from the moment it is owed to what became of it. */
export default class Delivery extends DeliverySchema {
  @column()
  declare state: DeliveryState

  /** Owes the message once per event, kind and recipient, however often it is asked for. */
  static async queue({ recipient, link, ...draft }: DeliveryDraft) {
    const known = await this.query()
      .where({ eventId: draft.eventId, channel: 'mail', kind: draft.kind, recipient: recipient.address })
      .first()
    if (known) return known
    const delivery = await this.create({
      ...draft,
      channel: 'mail',
      recipientKind: recipient.kind,
      recipientId: recipient.id,
      recipientName: recipient.name,
      recipient: recipient.address,
      linkKind: link?.kind ?? null,
      linkSubjectId: link?.subjectId ?? null,
      maskedLink: link?.masked ?? null,
      state: 'queued',
    })
    await DeliveryQueued.record(delivery, { ...delivery.about, resendOf: null })
    return delivery
  }

  /** Where it went; not to somebody whose role hides the address of the customer. */
  addressFor(reader: User | null) {
    const isShown =
      this.recipientKind !== 'customer' || !reader || reader.fields('leads').shows('contactEmail')
    return isShown ? this.recipient : null
  }

  /** Mails are written for people who may read all of a lead and its visits. */
  isReadableBy(reader: User | null) {
    return !reader || reader.rights.seeWhole
  }

  get about() {
    return { kind: this.kind, channel: this.channel }
  }

  get isOver() {
    return this.state !== 'queued' && this.state !== 'sending'
  }

  /** Takes the right to send; null when another process has it or it is over. A watch is set in the same unit. */
  async claim() {
    const claimedAt = DateTime.utc()
    const [count] = await Delivery.query()
      .where({ id: this.id, state: 'queued' })
      .update({
        state: 'sending',
        attempts: this.attempts + 1,
        claimedAt: claimedAt.toISO(),
        nextTryAt: null,
        updatedAt: claimedAt.toISO(),
      })
    if (!count) return false
    await this.refresh()
    await timers.schedule(
      'delivery_watch',
      { tenantId: this.tenantId, deliveryId: this.id, attempt: this.attempts },
      { in: CLAIM }
    )
    return true
  }

  /** It is not to be sent at all, so nobody needs to claim it. */
  async decline({ code, error }: { code: string; error: string }) {
    await this.#lock()
    if (this.state === 'queued') await this.#giveUpOrRetry('not_sent', { code, error })
  }

  async settle(outcome: Outcome) {
    await this.#lock()
    if (this.state !== 'sending') return
    if (outcome.state === 'sent') {
      Object.assign(this, {
        state: 'sent',
        sentAt: DateTime.utc(),
        providerId: outcome.providerId,
        errorCode: null,
        error: null,
      })
      await this.save()
      await DeliverySent.record(this, this.about)
    } else {
      await this.#giveUpOrRetry(outcome.state, outcome)
    }
  }

  /** The process that claimed it is gone, between the channel's answer and our record of it: nobody can know. */
  async abandon(attempt: number) {
    await this.#lock()
    if (this.state !== 'sending' || this.attempts !== attempt) return
    await this.#giveUpOrRetry(REPEATABLE.includes(this.kind) ? 'later' : 'unknown', SENDER_GONE)
  }

  /** Owes the same message anew, as a row of its own: what became of this one stays on record. */
  async resend() {
    await this.#lock()
    if (!this.isOver) throw new DeliveryNotOverError()
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
    return again
  }

  async #giveUpOrRetry(
    state: Exclude<Outcome['state'], 'sent'> | 'not_sent',
    { code, error }: { code: string; error: string }
  ) {
    const wait = LADDER[this.attempts - 1]
    this.errorCode = code
    this.error = error
    if (state === 'later' && wait) {
      this.state = 'queued'
      this.nextTryAt = DateTime.utc().plus(wait)
      await this.save()
      await timers.schedule(
        'delivery_retry',
        { tenantId: Current.tenantId, deliveryId: this.id },
        { startAfter: this.nextTryAt }
      )
    } else {
      this.state = state === 'later' ? 'failed' : state
      await this.save()
      if (this.state === 'unknown') await DeliveryUnknown.record(this, this.about)
      else await DeliveryFailed.record(this, { ...this.about, error: code })
    }
  }

  #content() {
    const { eventId, channel, kind, templateVersion, recipientKind, recipientId, recipientName, recipient } =
      this
    const { subject, bodyHtml, bodyText, linkKind, linkSubjectId, maskedLink } = this
    const addressed = {
      eventId,
      channel,
      kind,
      templateVersion,
      recipientKind,
      recipientId,
      recipientName,
      recipient,
    }
    return { ...addressed, subject, bodyHtml, bodyText, linkKind, linkSubjectId, maskedLink }
  }

  async #lock() {
    await lockRow(this)
  }
}
