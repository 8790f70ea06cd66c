import { BaseTransformer } from '@adonisjs/core/transformers'
import type CannedReply from '#app/canned_replies/canned_reply'

export default class CannedReplyTransformer extends BaseTransformer<CannedReply> {
  toObject() {
    const reply = this.resource
    return {
      ...this.pick(reply, ['id', 'title', 'shortcut', 'english', 'spanish']),
      updatedAt: reply.updatedAt.toUTC().toISO()!,
    }
  }
}
