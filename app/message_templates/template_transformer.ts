import { BaseTransformer } from '@adonisjs/core/transformers'
import type MessageTemplate from '#app/message_templates/message_template'

/** One version of a company's words. */
export default class TemplateTransformer extends BaseTransformer<MessageTemplate> {
  toObject() {
    const { id, version, state, subject, body, authorName, publishedAt, updatedAt } = this.resource
    return {
      ...{ id, version, state, subject, body, authorName },
      publishedAt: publishedAt?.toISO() ?? null,
      updatedAt: updatedAt.toISO()!,
    }
  }
}
