import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type { HoldReason } from '#app/notifications/pace'
import type Delivery from '#app/notifications/delivery'
import type { DeliveryChannel } from '#app/notifications/delivery'

export default class DeliveryTransformer extends BaseTransformer<Delivery> {
  /** Without a reader, for the operator. */
  constructor(
    resource: Delivery,
    private reader: User | null
  ) {
    super(resource)
  }

  toObject() {
    const { id, kind, state, subject, recipientName, attempts, createdAt, sentAt, nextTryAt } = this.resource
    const isNamed = this.resource.isNamedTo(this.reader)
    const isColleague = this.resource.recipientKind !== 'customer'
    return {
      id,
      kind,
      state,
      subject: isNamed ? subject : null,
      channel: this.resource.channel as DeliveryChannel,
      recipient: this.resource.addressFor(this.reader),
      recipientName: isNamed || isColleague ? recipientName : null,
      attempts,
      createdAt: createdAt.toISO()!,
      sentAt: sentAt?.toISO() ?? null,
      nextTryAt: nextTryAt?.toISO() ?? null,
    }
  }

  forRecord() {
    const isReadable = this.resource.isReadableBy(this.reader)
    const {
      bodyHtml,
      bodyText,
      templateVersion,
      resendNumber,
      providerId,
      errorCode,
      error,
      eventId,
      isOver,
      heldFor,
      heldUntil,
      gatheredIn,
    } = this.resource
    return {
      ...this.toObject(),
      bodyHtml: isReadable ? bodyHtml : null,
      bodyText: isReadable ? bodyText : null,
      templateVersion,
      resendNumber,
      providerId,
      errorCode,
      error,
      eventId,
      isOver,
      heldFor: heldFor as HoldReason | null,
      heldUntil: heldUntil?.toISO() ?? null,
      gatheredIn,
    }
  }
}
