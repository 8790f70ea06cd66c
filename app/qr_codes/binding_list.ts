import { csvLine, textOf, UTF8_MARK } from '#app/platform/csv'
import { csvRows, ensureLength } from '#app/platform/csv_rows'
import type { Place } from '#app/customers/named_customers'
import { BindingListColumnsError } from '#app/qr_codes/errors'

export const MOST_LINES = 500

export type BindingLine = { line: number; code: string; customer: string; place: Place }
type Told = Omit<BindingLine, 'line'> & { problem: string | null }

/** The columns of an address are called as in an export of customers. */
const PLACE = { street: 'Street', unit: 'Apartment', postcode: 'Postcode', city: 'City' } as const
const PARTS = Object.keys(PLACE) as (keyof Place)[]

/** Which code is whose, line by line, under a line that names the columns. */
export function readBindingList(text: string): BindingLine[] {
  const [head = [], ...rows] = csvRows(text)
  const names = head.map((name) => name.toLowerCase())
  const cellOf = (row: string[], name: string) => textOf(row[names.indexOf(name.toLowerCase())])
  const isNamed = (name: string) => names.includes(name.toLowerCase())
  if (!isNamed('Code') || !(isNamed('Customer') || isNamed(PLACE.street))) throw new BindingListColumnsError()
  const lines = rows
    .map((row, index) => ({
      line: index + 2,
      code: cellOf(row, 'Code'),
      customer: cellOf(row, 'Customer'),
      place: Object.fromEntries(PARTS.map((part) => [part, cellOf(row, PLACE[part])])) as Place,
    }))
    .filter(({ code, customer, place }) => code !== '' || customer !== '' || place.street !== '')
  ensureLength(lines, { most: MOST_LINES, subject: 'one code and its customer' })
  return lines
}

/** The lines that were refused, with the reason: a list that can be mended and taken in again. */
export function refusedList(lines: Told[]) {
  const refused = lines.filter(({ problem }) => problem !== null)
  const used = PARTS.filter((part) => refused.some(({ place }) => place[part] !== ''))
  const head = ['Code', 'Customer', ...used.map((part) => PLACE[part]), 'Problem']
  const cells = refused.map(({ code, customer, place, problem }) => [
    code,
    customer,
    ...used.map((part) => place[part]),
    problem,
  ])
  return UTF8_MARK + [head, ...cells].map(csvLine).join('')
}
