import { BaseTransformer } from '@adonisjs/core/transformers'
import AuditEntryTransformer from '#app/audit/audit_entry_transformer'
import type { AuditEntry } from '#app/audit/audit_entry'

type Deed = { entry: AuditEntry; company: { name: string; slug: string } }

export default class OperatorEntryTransformer extends BaseTransformer<Deed> {
  toObject() {
    const { entry, company } = this.resource
    return {
      ...new AuditEntryTransformer(entry).toObject(),
      company: { name: company.name, slug: company.slug },
    }
  }
}
