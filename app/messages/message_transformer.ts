import { BaseTransformer } from '@adonisjs/core/transformers'
import type Message from '#app/messages/message'

export default class MessageTransformer extends BaseTransformer<Message> {
  toObject() {
    const message = this.resource
    return {
      ...this.pick(message, ['id', 'leadId', 'authorKind', 'authorName', 'body']),
      createdAt: message.createdAt.toUTC().toISO()!,
      readAt: message.readAt?.toUTC().toISO() ?? null,
    }
  }
}
