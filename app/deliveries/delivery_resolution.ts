import { DateTime } from 'luxon'
import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import Delivery from '#app/deliveries/delivery'
import { DeliveryQueued, DeliveryResolved, type Resolution } from '#app/deliveries/delivery_events'
import { DeliveryNotOverError, DeliveryNotUnknownError } from '#app/deliveries/errors'

/** What a message is, whatever became of it. */
const CONTENT = [
  ...(['eventId', 'channel', 'kind', 'templateVersion', 'templateId'] as const),
  ...(['recipientKind', 'recipientId', 'recipientName', 'recipient'] as const),
  ...(['subject', 'bodyHtml', 'bodyText', 'url', 'linkKind', 'linkSubjectId', 'maskedLink'] as const),
]
type Content = (typeof CONTENT)[number]

/** What a person does about a delivery: says that it arrived where nobody knew, or sends the same once more. */
export class DeliveryResolution {
  constructor(private delivery: Delivery) {}

  /** Somebody has found out that it arrived. */
  async confirmArrival() {
    await this.delivery.lock()
    if (!this.delivery.isUnresolved) throw new DeliveryNotUnknownError()
    this.delivery.state = 'sent'
    await this.#resolve('arrived')
  }

  /** Owes the same message anew, as a row of its own: what became of this one stays on record. */
  async resend() {
    await this.delivery.lock()
    if (!this.delivery.isOver) throw new DeliveryNotOverError()
    if (this.delivery.isUnresolved) await this.#resolve('sent_again')
    const { eventId, channel, kind, recipient } = this.delivery
    const last = await Delivery.query()
      .where({ eventId, channel, kind, recipient })
      .orderBy('resendNumber', 'desc')
      .firstOrFail()
    const again = await Delivery.create({
      ...this.#content(),
      id: newId(),
      resendNumber: last.resendNumber + 1,
      state: 'queued',
    })
    await DeliveryQueued.record(again, { ...again.about, resendOf: this.delivery.id })
    await again.askForTurn()
    return again
  }

  async #resolve(resolution: Resolution) {
    const resolvedBy = Current.actor.name ?? null
    await Object.assign(this.delivery, { resolution, resolvedAt: DateTime.utc(), resolvedBy }).save()
    await DeliveryResolved.record(this.delivery, { ...this.delivery.about, resolution })
  }

  #content() {
    return Object.fromEntries(CONTENT.map((field) => [field, this.delivery[field]])) as Pick<
      Delivery,
      Content
    >
  }
}
