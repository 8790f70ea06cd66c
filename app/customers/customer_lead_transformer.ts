import { BaseTransformer } from '@adonisjs/core/transformers'
import type Lead from '#app/leads/lead'

export default class CustomerLeadTransformer extends BaseTransformer<Lead> {
  toObject() {
    const { id, number, status, summary, createdAt } = this.resource
    return { id, number, status, summary, createdAt: createdAt.toUTC().toISO()! }
  }
}
