import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { ActorKind } from '#app/platform/current'
import { cursorOf, idOf } from '#app/platform/cursor'
import { FAILURES, namesOf, type Category } from '#app/audit/audit_catalogue'

export type AuditFilters = {
  category?: Category
  /** What somebody did, and what was done to them. */
  person?: string
  record?: string
  ip?: string
  failed?: boolean
  impersonated?: boolean
  /** Days of the company's calendar, both included. */
  from?: string
  until?: string
}

export type AuditRow = {
  id: string
  name: string
  occurred_at: Date
  actor_kind: ActorKind
  actor_id: string | null
  actor_name: string | null
  subject_type: string
  subject_id: string
  data: Record<string, unknown>
  ip: string | null
  user_agent: string | null
  request_id: string | null
  impersonation_id: string | null
}

const COLUMNS = `id, name, occurred_at, actor_kind, actor_id, actor_name, subject_type, subject_id, data, ip, user_agent,
  request_id, impersonation_id`

/** The audited events that match, newest first. Whatever the filters, an index leads to the newest of them. */
export default class AuditSearch {
  #conditions = ['tenant_id = :tenantId', 'audited']
  #values: Record<string, unknown>

  constructor(
    { id: tenantId, timeZone }: { id: string; timeZone: string },
    private filters: AuditFilters
  ) {
    const startOf = (day: string) => DateTime.fromISO(day, { zone: timeZone }).startOf('day')
    this.#values = { tenantId }
    const { record, ip, impersonated, from, until } = filters
    if (record) this.#where('subject_id = :record', { record })
    if (ip) this.#where('ip = :ip', { ip })
    if (impersonated) this.#where('impersonation_id is not null')
    if (from) this.#where('id >= :from', { from: firstIdOf(startOf(from)) })
    if (until) this.#where('id < :until', { until: firstIdOf(startOf(until).plus({ days: 1 })) })
    if (this.#names) this.#values.names = this.#names
    if (filters.person) this.#values.person = filters.person
  }

  async page(after?: string, size = 50) {
    const found = await this.before(after && idOf(after), size + 1)
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** The newest that match, below an id. */
  async before(id: string | undefined, size: number) {
    const more = id ? ['id < :before'] : []
    const values = { ...this.#values, size, ...(id && { before: id }) }
    const { rows } = await db.rawQuery<{ rows: AuditRow[] }>(this.#sql(more), values)
    return rows
  }

  #where(condition: string, values: Record<string, unknown> = {}) {
    this.#conditions.push(condition)
    Object.assign(this.#values, values)
  }

  get #names() {
    const { category, failed } = this.filters
    if (!category) return failed ? FAILURES : undefined
    return failed ? namesOf(category).filter((name) => FAILURES.includes(name)) : namesOf(category)
  }

  // Several names, or a person on either side, are as many walks along an index as there are: merging them takes the
  // newest of each instead of reading past everything that does not match.
  #sql(more: string[]) {
    const { person } = this.filters
    const newest = (...conditions: string[]) =>
      `(select ${COLUMNS} from events
        where ${[...this.#conditions, ...more, ...conditions].join(' and ')} order by id desc limit :size)`
    const named = this.#names ? ['name = any (:names)'] : []
    const found = person
      ? `(${newest('actor_id = :person', ...named)} union all
          ${newest('subject_id = :person', 'actor_id is distinct from :person', ...named)}) as found`
      : this.#names
        ? `unnest(cast(:names as text[])) as wanted (wanted_name) cross join lateral ${newest('name = wanted_name')} as found`
        : `${newest()} as found`
    return `select found.* from ${found} order by id desc limit :size`
  }
}

// Ids begin with their time in milliseconds.
function firstIdOf(moment: DateTime) {
  const time = moment.toMillis().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
