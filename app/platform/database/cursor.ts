import vine from '@vinejs/vine'
import { validate } from 'uuid'

const NEWEST = '-createdAt'

/** Where a list sorted by id goes on: opaque in URLs, so that nobody takes it for a record. */
export const cursorOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

export function idOf(cursor: string) {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Where a list in some order goes on; newest first, that is the id alone. */
export const cursorAt = (sort: string, position: unknown[]) =>
  sort === NEWEST
    ? cursorOf(position[0] as string)
    : Buffer.from(JSON.stringify([sort, ...position])).toString('base64url')

/** The place that a cursor stands for, or nothing when it was made in another order or by somebody else. */
export function positionOf(cursor: string, sort: string): string[] | null {
  if (sort === NEWEST) return validate(idOf(cursor)) ? [idOf(cursor)] : null
  const [made, ...position] = read(cursor)
  const isWhole =
    made === sort &&
    position.every((one) => typeof one === 'string' && !one.includes('\0')) &&
    validate(position.at(-1))
  return isWhole ? (position as string[]) : null
}

function read(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

const pointsSomewhere = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !validate(idOf(value))) {
    field.report('This page of the list does not exist. Start again from the first page.', 'cursor', field)
  }
})

export const cursorRule = () => vine.string().maxLength(40).use(pointsSomewhere())

/** The same for a list that comes in several orders: `pageIn` looks whether it fits the order asked for. */
export const orderedCursorRule = () =>
  vine
    .string()
    .maxLength(600)
    .regex(/^[\w-]+$/)

export const pageSizeRule = () => vine.number().withoutDecimals().range([1, 100])
