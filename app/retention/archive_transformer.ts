import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ArchiveRow } from '#app/retention/archive_list'

export default class ArchiveTransformer extends BaseTransformer<ArchiveRow> {
  toObject() {
    return {
      ...this.pick(this.resource, ['id', 'source', 'kind', 'part', 'entries', 'bytes']),
      month: this.resource.month.toISODate()!,
    }
  }
}
