import { BaseTransformer } from '@adonisjs/core/transformers'
import type { HistoryEntry } from '#app/timelines/record_changes'

export default class HistoryEntryTransformer extends BaseTransformer<HistoryEntry> {
  toObject() {
    const { row, changes } = this.resource
    return {
      id: row.id,
      kind: row.name,
      at: row.occurred_at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      isSupport: row.impersonation_id !== null,
      subject: { type: row.subject_type, id: row.subject_id },
      changes: changes.map(({ field, label, isTime, before, after }) => ({
        field,
        label,
        isTime,
        before: { value: before.value, words: before.words },
        after: { value: after.value, words: after.words },
      })),
    }
  }
}
