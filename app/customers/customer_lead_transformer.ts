import { BaseTransformer } from '@adonisjs/core/transformers'
import type Lead from '#app/leads/lead'

export default class CustomerLeadTransformer extends BaseTransformer<Lead> {
  toObject() {
    const { id, number, reference, status, summary, createdAt } = this.resource
    return { id, number, reference, status, summary, createdAt: createdAt.toUTC().toISO()! }
  }
}
