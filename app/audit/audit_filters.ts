import db from '@adonisjs/lucid/services/db'
import { errors } from '@adonisjs/lucid'
import { Current } from '#app/platform/database/current'
import User from '#app/identity/user'
import type { AuditFilters } from '#app/audit/audit_search'

/** A person or record that is not the company's is not found, instead of having no history. */
export async function findNamed({ person, record }: AuditFilters) {
  if (person) await User.findOrFail(person)
  if (record && !(await hasHistory(record))) throw new errors.E_ROW_NOT_FOUND()
}

const hasHistory = (record: string) =>
  db.from('event_subjects').where({ tenant_id: Current.tenantId, subject_id: record }).first()
