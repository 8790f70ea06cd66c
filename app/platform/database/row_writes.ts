import { escapeLiteral } from 'pg'
import type { PostponedKind } from '#app/platform/database/postponed'

/**
 * A model whose new rows are written at the end of their unit, those of one table in one statement; where rows of other tables
 * point to them, before any other write.
 */
export type WrittenAtEnd = { isWrittenAtEnd?: boolean; isPointedTo?: boolean }

type Attributes = Record<string, unknown>
type Model = { table: string } & WrittenAtEnd

const kinds = new Map<string, PostponedKind<Attributes>>()

/** Rows that name the same columns go together, in the order in which they were made. */
export function rowWrites({ table, isPointedTo }: Model, attributes: Attributes) {
  const columns = Object.keys(attributes).sort()
  const key = [table, ...columns].join()
  const kind = kinds.get(key) ?? { ...kindOf(table, columns), isPointedTo }
  kinds.set(key, kind)
  return kind
}

// Literals without a type take that of their column.
function kindOf(table: string, columns: string[]): PostponedKind<Attributes> {
  return {
    place: new RegExp(`\\b${table}\\b`),
    sql: (rows) => {
      const values = rows.map((row) => `(${columns.map((column) => literal(row[column])).join()})`)
      return `insert into ${table} (${columns.join()}) values ${values.join()}`
    },
  }
}

const literal = (value: unknown) =>
  value === null || value === undefined ? 'null' : escapeLiteral(String(value))
