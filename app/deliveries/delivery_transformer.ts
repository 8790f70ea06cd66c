import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type { HoldReason } from '#app/notification_preferences/pace'
import { mailKindOf } from '#app/deliveries/mail_kinds'
import type { DeliveryTry } from '#app/deliveries/delivery_try'
import type { Resolution } from '#app/deliveries/delivery_events'
import type Delivery from '#app/deliveries/delivery'
import type { DeliveryChannel } from '#app/deliveries/delivery'

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
    const isAddressed = this.resource.addressFor(this.reader) !== null
    const { tries, isUnresolved, resolution, resolvedBy, resolvedAt } = this.resource
    const {
      bodyHtml,
      bodyText,
      templateVersion,
      templateId,
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
      hasOwnWords: templateId !== null,
      bodyHtml: isReadable ? bodyHtml : null,
      bodyText: isReadable ? bodyText : null,
      templateVersion,
      resendNumber,
      providerId,
      errorCode,
      error: error && !isAddressed ? HIDDEN : error,
      eventId,
      isOver,
      heldFor: heldFor as HoldReason | null,
      heldUntil: heldUntil?.toISO() ?? null,
      gatheredIn,
      isUnresolved,
      resolution: resolution as Resolution | null,
      resolvedBy,
      resolvedAt: resolvedAt?.toISO() ?? null,
      tries: isAddressed ? tries : tries.map(unsaid),
    }
  }

  /** For those who run the installation: what became of it, but neither whom a company writes to nor what. */
  forOperator() {
    const { id, kind, state, attempts, createdAt, sentAt, nextTryAt } = this.toObject()
    const { recipientKind, providerId, errorCode, tries } = this.resource
    const { priority } = mailKindOf(kind)
    return {
      ...{ id, kind, state, attempts, createdAt, sentAt, nextTryAt },
      ...{ recipientKind, providerId, errorCode, priority },
      tries: tries.map(unsaid),
    }
  }
}

const HIDDEN = 'What the mail server answered is hidden from your role, since it may name the address'

/** The answer of a mail server may repeat the address. */
const unsaid = ({ answer: _, ...one }: DeliveryTry) => one
