import { isDeepStrictEqual } from 'node:util'
import { DateTime } from 'luxon'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

/** What a field said and what it says now, by field. */
export type Changes = Record<string, [before: unknown, after: unknown]>

/** A model whose events keep what these fields said before and after. What is not named is never kept: least of all secrets. */
export type KeepsHistory = LucidModel & { history?: readonly string[] }

/** What a unit has changed on its rows, until an event of the row takes it along. */
export class ChangedRows {
  #rows = new Map<string, Changes>()

  note(row: LucidRow & { id?: string }) {
    const kept = (row.constructor as KeepsHistory).history?.filter((field) => field in row.$dirty) ?? []
    for (const field of kept)
      this.#noteField(row.id!, field, plain(row.$original[field]), plain(row.$attributes[field]))
  }

  /** Hands them out once: the next event of the row tells of what came after. */
  take(id: string): Changes | null {
    const changes = Object.entries(this.#rows.get(id) ?? {}).filter(
      ([, [before, after]]) => !isDeepStrictEqual(before, after)
    )
    this.#rows.delete(id)
    return changes.length > 0 ? Object.fromEntries(changes) : null
  }

  clear() {
    this.#rows.clear()
  }

  #noteField(id: string, field: string, before: unknown, after: unknown) {
    const changes = this.#rows.get(id) ?? {}
    this.#rows.set(id, { ...changes, [field]: [field in changes ? changes[field][0] : before, after] })
  }
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null
  return DateTime.isDateTime(value) ? value.toUTC().toISO() : value
}
