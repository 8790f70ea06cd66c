import { BaseTransformer } from '@adonisjs/core/transformers'
import type { CustomerEntry } from '#app/timelines/customer_timeline'

export default class CustomerEntryTransformer extends BaseTransformer<CustomerEntry> {
  toObject() {
    const entry = this.resource
    return { ...this.pick(entry, ['id', 'kind', 'actor', 'fields', 'code']), at: entry.at.toISOString() }
  }
}
