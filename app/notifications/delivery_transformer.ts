import { BaseTransformer } from '@adonisjs/core/transformers'
import type Delivery from '#app/notifications/delivery'

export default class DeliveryTransformer extends BaseTransformer<Delivery> {
  toObject() {
    const { id, kind, state, subject, recipient, recipientName, attempts, createdAt, sentAt, nextTryAt } =
      this.resource
    return {
      id,
      kind,
      state,
      subject,
      recipient,
      recipientName,
      attempts,
      createdAt: createdAt.toISO()!,
      sentAt: sentAt?.toISO() ?? null,
      nextTryAt: nextTryAt?.toISO() ?? null,
    }
  }

  forRecord() {
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
    } = this.resource
    return {
      ...this.toObject(),
      bodyHtml,
      bodyText,
      templateVersion,
      resendNumber,
      providerId,
      errorCode,
      error,
      eventId,
      isOver,
    }
  }
}
