import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import { newId } from '#app/platform/ids'
import { csvLine, UTF8_MARK } from '#app/platform/csv'
import { Current, type Unit } from '#app/platform/database/current'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import AuditSearch, { type AuditFilters } from '#app/audit/audit_search'
import { AuditEntry } from '#app/audit/audit_entry'
import { AuditExported } from '#app/audit/audit_events'

type Format = 'csv' | 'jsonl'

const BATCH = 1_000
const LONGEST = 1_000_000
const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' }

/** What matches, newest first, as a file. Each batch is a unit of its own, so that no transaction waits for the network. */
export default class AuditExport {
  private constructor(
    private tenant: Tenant,
    private reader: User,
    private filters: AuditFilters,
    private format: Format,
    private id: string
  ) {}

  /** The export is itself recorded, and ends where it was. */
  static async begin(tenant: Tenant, reader: User, filters: AuditFilters, format: Format) {
    const id = await AuditExported.record({ id: newId() }, { format, filters: { ...filters } })
    return new AuditExport(tenant, reader, filters, format, id)
  }

  get type() {
    return TYPES[this.format]
  }

  get name() {
    const day = DateTime.now().setZone(this.tenant.timeZone).toISODate()
    return `audit-log-${this.tenant.slug}-${day}.${this.format}`
  }

  stream(unit: Unit) {
    return Readable.from(this.#pieces(unit), { objectMode: false })
  }

  async *#pieces(unit: Unit) {
    let [before, written, found] = [this.id, 0, BATCH]
    if (this.format === 'csv') yield UTF8_MARK + csvLine(COLUMNS.map(([name]) => name))
    while (found === BATCH && written < LONGEST) {
      const entries = await Current.run(unit, () => this.#batch(before))
      found = entries.length
      written += found
      before = entries.at(-1)?.row.id ?? before
      yield entries.map((entry) => this.#line(entry)).join('')
    }
  }

  async #batch(before: string) {
    const rows = await new AuditSearch(this.tenant, this.filters).before(before, BATCH)
    return AuditEntry.of(rows, { reader: this.reader })
  }

  #line(entry: AuditEntry) {
    const cells = COLUMNS.map(([name, valueOf]) => [name, valueOf(entry, this.tenant)] as const)
    return this.format === 'csv'
      ? csvLine(cells.map(([, value]) => value))
      : `${JSON.stringify({ ...Object.fromEntries(cells), data: entry.row.data })}\n`
  }
}

const COLUMNS: [name: string, valueOf: (entry: AuditEntry, tenant: Tenant) => string | boolean | null][] = [
  ['time', ({ row }, { timeZone }) => DateTime.fromJSDate(row.occurred_at).setZone(timeZone).toISO()],
  ['time_utc', ({ row }) => row.occurred_at.toISOString()],
  ['who', ({ who }) => who],
  ['what', ({ what }) => what],
  ['category', ({ categoryName }) => categoryName],
  ['failed', ({ isFailure }) => isFailure],
  ['impersonated', ({ row }) => row.impersonation_id !== null],
  ['ip', ({ row }) => row.ip],
  ['user_agent', ({ row }) => row.user_agent],
  ['event', ({ row }) => row.name],
  ['actor_kind', ({ row }) => row.actor_kind],
  ['actor_id', ({ row }) => row.actor_id],
  ['subject_type', ({ row }) => row.subject_type],
  ['subject_id', ({ row }) => row.subject_id],
  ['request_id', ({ row }) => row.request_id],
  ['event_id', ({ row }) => row.id],
]
