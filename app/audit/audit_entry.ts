import { AuditFacts, spaced } from '#app/audit/audit_facts'
import { CATEGORIES, tellingOf } from '#app/audit/audit_catalogue'
import { namesIn } from '#app/audit/audit_names'
import type { AuditRow } from '#app/audit/audit_search'

/** One line of the audit log: who did what, when, from where. */
export class AuditEntry {
  #telling
  constructor(
    readonly row: AuditRow,
    private names: Map<string, string>
  ) {
    this.#telling = tellingOf(row.name)
  }

  static async of(rows: AuditRow[], asking: Parameters<typeof namesIn>[1]) {
    const names = await namesIn(rows, asking)
    return rows.map((row) => new AuditEntry(row, names))
  }

  get category() {
    return this.#telling.category
  }

  get categoryName() {
    return CATEGORIES[this.category]
  }

  get isFailure() {
    return this.#telling.isFailure === true
  }

  get who() {
    const { actor_kind: kind, actor_name: name } = this.row
    if (kind === 'super_user') return `${name} (console)`
    if (kind === 'api') return `${name} (API)`
    return name ?? (kind === 'customer' ? 'A customer' : kind === 'user' ? 'Somebody' : 'Latchkey')
  }

  get what() {
    const { actor_id: actorId, subject_id: subjectId, data } = this.row
    return this.#telling.tell(new AuditFacts({ actorId, subjectId, data }, this.names))
  }

  get subject() {
    const { subject_type: type, subject_id: id } = this.row
    return { type, id, name: this.names.get(id) ?? null }
  }

  /** What was and what is, where the event tells both: `{ name, before: { name } }`. */
  get changes() {
    const { before, ...after } = this.row.data
    return before ? differences(before, after) : []
  }
}

type Change = { field: string; before: string | null; after: string | null }

// Only what was is told in full: the event may say more of what is.
function differences(before: unknown, after: unknown, path: string[] = []): Change[] {
  if (isRecord(before) || isRecord(after)) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
    const fields = path.length ? [...new Set([...Object.keys(was), ...Object.keys(is)])] : Object.keys(was)
    return fields.flatMap((field) => differences(was[field], is[field], [...path, field]))
  }
  const change = { field: path.map(spaced).join(', '), before: worded(before), after: worded(after) }
  return change.before === change.after ? [] : [change]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const worded = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : [value].flat().join(', ')
