import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { ActorKind } from '#app/platform/database/current'
import { asShown } from '#app/platform/events/event_versions'
import { cursorOf, idOf } from '#app/platform/database/cursor'
import { firstIdOf } from '#app/platform/ids'
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

type Conditions = Omit<AuditFilters, 'category'> & { category?: Category | Category[] }

export type AuditRow = {
  id: string
  name: string
  version: number
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

const COLUMNS = `id, name, version, occurred_at, actor_kind, actor_id, actor_name, subject_type, subject_id, data, ip,
  user_agent, request_id, impersonation_id`

/** The audited events that match, newest first. Whatever the filters, an index leads to the newest of them. */
export default class AuditSearch {
  #conditions = ['tenant_id = :tenantId', 'audited']
  #values: Record<string, unknown>

  constructor(
    { id: tenantId, timeZone }: { id: string; timeZone: string },
    private filters: Conditions
  ) {
    const startOf = (day: string) => DateTime.fromISO(day, { zone: timeZone }).startOf('day')
    this.#values = { tenantId }
    const { record, ip, impersonated, from, until } = filters
    if (record) this.#where('subject_id = :record', { record })
    if (ip) this.#where('ip = :ip', { ip })
    if (impersonated) this.#where('impersonation_id is not null')
    if (from) this.#where('id >= :from', { from: firstIdOf(startOf(from)) })
    if (until) this.#where('id < :until', { until: firstIdOf(startOf(until).plus({ days: 1 })) })
    this.#nameValues()
    if (filters.person) this.#values.person = filters.person
  }

  async page(after?: string, size = 50) {
    const found = await this.before(after && idOf(after), size + 1)
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** The newest that match, below an id. */
  async before(id: string | undefined, size: number) {
    const { sql, values } = this.statement(id, size)
    const { rows } = await db.rawQuery<{ rows: AuditRow[] }>(sql, values)
    return rows.map(asShown)
  }

  statement(id: string | undefined, size: number) {
    const more = id ? ['id < :before'] : []
    return { sql: this.#sql(more), values: { ...this.#values, size, ...(id && { before: id }) } }
  }

  #nameValues() {
    this.names?.forEach((name, at) => (this.#values[`name${at}`] = name))
    this.#values.names = this.names ?? []
  }

  #where(condition: string, values: Record<string, unknown> = {}) {
    this.#conditions.push(condition)
    Object.assign(this.#values, values)
  }

  private get names() {
    const { category, failed } = this.filters
    if (!category) return failed ? FAILURES : undefined
    const names = [category].flat().flatMap(namesOf)
    return failed ? names.filter((name) => FAILURES.includes(name)) : names
  }

  // Several names, or a person on either side, are as many walks along an index as there are: merging them takes the
  // newest of each instead of reading past everything that does not match. Each name stands in its own arm, so that the
  // planner knows how rare it is.
  #sql(more: string[]) {
    const newest = (...conditions: string[]) =>
      `(select ${COLUMNS} from events
        where ${[...this.#conditions, ...more, ...conditions].join(' and ')} order by id desc limit :size)`
    const arms = this.#arms().map((conditions) => newest(...conditions))
    return `select distinct on (id) * from (${arms.join(' union all ')}) as found order by id desc limit :size`
  }

  #arms(): string[][] {
    const { names } = this
    const named = names ? ['name = any (:names)'] : []
    if (this.filters.person)
      return ['actor_id', 'subject_id'].map((column) => [`${column} = :person`, ...named])
    return names?.length ? names.map((_, at) => [`name = :name${at}`]) : [named]
  }
}
