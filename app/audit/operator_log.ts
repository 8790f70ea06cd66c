import db from '@adonisjs/lucid/services/db'
import { asShown } from '#app/platform/events/event_versions'
import { cursorOf, idOf } from '#app/platform/database/cursor'
import type { AuditRow } from '#app/audit/audit_search'
import { AuditEntry } from '#app/audit/audit_entry'

const PAGE = 50
const DEEDS = `(actor_kind = 'super_user' or impersonation_id is not null)`

type Deed = AuditRow & { tenant_id: string }
type Company = { id: string; name: string; slug: string }

/** What super users did in every company, newest first: in their own name and in that of members. */
export default class OperatorLog {
  async page(after?: string) {
    const query = db.connection('system').from('events').whereRaw(DEEDS)
    if (after) query.where('id', '<', idOf(after))
    const found: Deed[] = await query.orderBy('id', 'desc').limit(PAGE + 1)
    const rows = found.slice(0, PAGE).map(asShown)
    return {
      deeds: await this.#inWords(rows),
      nextCursor: found.length > PAGE ? cursorOf(rows[PAGE - 1].id) : null,
    }
  }

  async #inWords(rows: Deed[]) {
    const entries = await AuditEntry.of(rows, { connection: 'system' })
    const companies = await this.#companiesOf(rows)
    return rows.map((row, at) => ({ entry: entries[at], company: companies.get(row.tenant_id)! }))
  }

  async #companiesOf(rows: Deed[]) {
    const ids = [...new Set(rows.map((row) => row.tenant_id))]
    const companies: Company[] = await db
      .connection('system')
      .from('tenants')
      .select('id', 'name', 'slug')
      .whereIn('id', ids)
    return new Map(companies.map((company) => [company.id, company]))
  }
}
