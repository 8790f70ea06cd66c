import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Changes } from '#app/platform/database/changes'
import type { ActorKind } from '#app/platform/database/current'
import { cursorOf, idOf } from '#app/platform/database/cursor'
import { firstIdOf } from '#app/platform/ids'
import type User from '#app/identity/user'
import { DESCRIBED_TYPES, labelsOf, shownFields } from '#app/timelines/record_fields'
import { RECORDS, type RecordSubject } from '#app/timelines/record_subjects'

export type HistoryFilters = {
  kind?: string
  person?: string
  field?: string
  /** Days of the company's calendar, both included. */
  from?: string
  until?: string
}

export type HistoryRow = {
  id: string
  name: string
  occurred_at: Date
  actor_kind: ActorKind
  actor_id: string | null
  actor_name: string | null
  subject_type: string
  subject_id: string
  changes: Changes | null
  impersonation_id: string | null
}

type Place = { subject: RecordSubject; record: { id: string } }

const COLUMNS = `id, name, occurred_at, actor_kind, actor_id, actor_name, subject_type, subject_id, changes,
  impersonation_id`

/** What happened to a record and what belongs to it, as far as somebody may read it, newest first. */
export default class RecordHistory {
  #conditions: string[] = []
  #values: Record<string, unknown> = {}

  constructor(
    private place: Place,
    private reader: User,
    timeZone: string,
    filters: HistoryFilters = {}
  ) {
    const startOf = (day: string) => DateTime.fromISO(day, { zone: timeZone }).startOf('day')
    const { kind, person, field, from, until } = filters
    if (kind) this.#where('name = :kind', { kind })
    if (person) this.#where('actor_id = :person', { person })
    if (from) this.#where('id >= :from', { from: firstIdOf(startOf(from)) })
    if (until) this.#where('id < :until', { until: firstIdOf(startOf(until).plus({ days: 1 })) })
    if (field) this.#whereFieldChanged(field)
    this.#leaveOutWhatIsHidden()
  }

  async page(after?: string, size = 25) {
    if (after) this.#where('id < :after', { after: idOf(after) })
    const found = await this.#newest(size + 1)
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** One entry, if it belongs to this history. */
  async entry(id: string): Promise<HistoryRow | undefined> {
    this.#where('id = :id', { id })
    const [row] = await this.#newest(1)
    return row
  }

  // Each record's newest entries are read off an index of its own, however many entries all of them have.
  async #newest(size: number) {
    const { record } = this.place
    const { types, about, concerns } = RECORDS[this.place.subject]
    const others = about ? await about(record, this.reader) : []
    if (concerns) this.#conditions.push(`(subject_id = :record or ${concerns})`)
    const { rows } = await db.rawQuery<{ rows: HistoryRow[] }>(
      `select found.* from unnest(:ids::uuid[]) as about (id) cross join lateral (
        select ${COLUMNS} from events where tenant_id = :tenantId and subject_id = about.id
          and subject_type = any (:types) ${this.#conditions.map((one) => `and ${one}`).join(' ')}
        order by id desc limit :size) as found
      order by found.id desc limit :size`,
      {
        ...this.#values,
        ids: [...new Set([record.id, ...others.map(({ id }) => id)])],
        types: [...types],
        tenantId: this.reader.tenantId,
        record: record.id,
        size,
      } as never
    )
    return rows
  }

  #where(condition: string, values: Record<string, string>) {
    this.#conditions.push(condition)
    Object.assign(this.#values, values)
  }

  // Whoever may not see a field does not learn when it changed either.
  #whereFieldChanged(field: string) {
    const types = DESCRIBED_TYPES.filter((type) => field in shownFields(type, this.reader))
    this.#conditions.push('jsonb_exists(changes, :field) and subject_type = any (:shownTypes)')
    Object.assign(this.#values, { field, shownTypes: types })
  }

  // What bears on safety is for those who may read the audit log, but not what support did to the record itself.
  #leaveOutWhatIsHidden() {
    if (!this.reader.may('read', 'audit'))
      this.#conditions.push('(not audited or impersonation_id is not null)')
    for (const type of DESCRIBED_TYPES) {
      const shown = shownFields(type, this.reader)
      const hidden = Object.keys(labelsOf(type)).filter((key) => !(key in shown))
      if (hidden.length === 0) continue
      this.#conditions.push(
        `(subject_type <> '${type}' or changes is null or changes - :${type}Hidden::text[] <> '{}')`
      )
      this.#values[`${type}Hidden`] = hidden
    }
  }
}
