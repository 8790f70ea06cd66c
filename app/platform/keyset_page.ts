import { cursorOf, idOf } from '#app/platform/cursor'

type Query<Row> = {
  where(column: string, operator: string, value: string): unknown
  orderBy(column: string, direction: 'desc'): unknown
  limit(count: number): unknown
} & PromiseLike<Row[]>

/** One page of a list, newest first, and where the next begins. */
export async function newestFirst<Row extends { id: string }>(query: Query<Row>, after?: string, size = 25) {
  if (after) query.where('id', '<', idOf(after))
  query.orderBy('id', 'desc')
  query.limit(size + 1)
  const found = await query
  const rows = found.slice(0, size)
  return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
}
