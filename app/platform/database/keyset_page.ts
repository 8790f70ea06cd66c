import { cursorOf, idOf, positionOf, cursorAt } from '#app/platform/database/cursor'
import { CursorError } from '#app/platform/errors'

type Query<Row> = {
  where(column: string, operator: string, value: string): unknown
  whereRaw(sql: string, bindings: unknown[]): unknown
  orderBy(column: string, direction: 'asc' | 'desc'): unknown
  limit(count: number): unknown
} & PromiseLike<Row[]>

/** An order that an index serves: its columns, of which the last is the id, and where a row stands in it. */
export type Order<Row> = {
  columns: string[]
  direction: 'asc' | 'desc'
  positionOf: (row: Row) => string[]
  /** What a forged cursor might break. */
  isPlace?: (position: string[]) => boolean
}
export type Orders<Row> = Record<string, Order<Row>>

type Wanted = { sort: string; after?: string; limit: number }

/** One page of a list, newest first, and where the next begins. */
export async function newestFirst<Row extends { id: string }>(query: Query<Row>, after?: string, size = 25) {
  if (after) query.where('id', '<', idOf(after))
  query.orderBy('id', 'desc')
  return cut(query, size, ({ id }) => cursorOf(id))
}

/** One page of a list in one of its orders; a cursor goes on in the order it was made in. */
export async function pageIn<Row>(query: Query<Row>, orders: Orders<Row>, { sort, after, limit }: Wanted) {
  const { columns, direction, positionOf: place, isPlace = () => true } = orders[sort]
  if (after) {
    const start = positionOf(after, sort)
    if (start?.length !== columns.length || !isPlace(start)) throw new CursorError()
    const places = columns.map(() => '?').join(', ')
    query.whereRaw(`(${columns.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${places})`, start)
  }
  for (const column of columns) query.orderBy(column, direction)
  return cut(query, limit, (row) => cursorAt(sort, place(row)))
}

/** Newest or oldest first, by the time that an id carries. */
export const byAge = <Row extends { id: string }>(column = 'id'): Orders<Row> => ({
  '-createdAt': { columns: [column], direction: 'desc', positionOf: ({ id }) => [id] },
  createdAt: { columns: [column], direction: 'asc', positionOf: ({ id }) => [id] },
})

async function cut<Row>(query: Query<Row>, size: number, cursor: (row: Row) => string) {
  query.limit(size + 1)
  const found = await query
  const rows = found.slice(0, size)
  return { rows, nextCursor: found.length > size ? cursor(rows[size - 1]) : null }
}
