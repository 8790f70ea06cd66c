import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { lockRow } from '#app/platform/database/row_lock'
import { PreconditionFailedError } from '#app/api/errors'

type Row = Parameters<typeof lockRow>[0]

/** Strong, and made from all that the answer says: another tag is another state, however close the two writes were. */
export const tagOf = (answer: string) =>
  `"${createHash('sha256').update(answer).digest('base64url').slice(0, 27)}"`

export const isNamed = (header: string | undefined, tag: string) =>
  header?.trim() === '*' || (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)

/**
 * For a write with If-Match: holds the row to the end of the unit, and refuses when it is not as the client read it.
 * `represent` gives the answer that a read would give now.
 */
export async function holdUnchanged({ request }: HttpContext, row: Row, represent: () => Promise<unknown>) {
  const wanted = request.header('if-match')
  if (!wanted) return
  await lockRow(row)
  const tag = tagOf(JSON.stringify(await represent()))
  // A weak tag never matches here (RFC 9110): only the same bytes are the same state.
  if (wanted.includes('W/') || !isNamed(wanted, tag)) throw new PreconditionFailedError(tag)
}
