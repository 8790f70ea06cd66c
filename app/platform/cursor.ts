import vine from '@vinejs/vine'
import { validate } from 'uuid'

/** Where a list sorted by id goes on: opaque in URLs, so that nobody takes it for a record. */
export const cursorOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

export function idOf(cursor: string) {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const pointsSomewhere = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !validate(idOf(value))) {
    field.report('This page of the list does not exist. Start again from the first page.', 'cursor', field)
  }
})

export const cursorRule = () => vine.string().maxLength(40).use(pointsSomewhere())
