import { BaseTransformer } from '@adonisjs/core/transformers'
import { deviceWords } from '#app/audit/device_words'
import type { AuditEntry } from '#app/audit/audit_entry'

export default class AuditEntryTransformer extends BaseTransformer<AuditEntry> {
  toObject() {
    const { row, category, categoryName, isFailure, who, what, subject, changes } = this.resource
    return {
      id: row.id,
      name: row.name,
      at: row.occurred_at.toISOString(),
      category,
      categoryName,
      isFailure,
      isImpersonated: row.impersonation_id !== null,
      who,
      actor: { kind: row.actor_kind, id: row.actor_id },
      what,
      subject,
      changes,
      ip: row.ip,
      device: row.user_agent && deviceWords(row.user_agent),
      userAgent: row.user_agent,
      requestId: row.request_id,
    }
  }
}
