import { csvRows } from '#app/platform/csv_rows'
import { BindingListColumnsError, BindingListLengthError } from '#app/qr_codes/errors'

export const MOST_LINES = 500

export type BindingLine = { line: number; code: string; customer: string }

/** Which code is whose, line by line, under a line that names the columns. */
export function readBindingList(text: string): BindingLine[] {
  const [head, ...rows] = csvRows(text)
  const names = head.map((name) => name.toLowerCase())
  const [code, customer] = [names.indexOf('code'), names.indexOf('customer')]
  if (code < 0 || customer < 0) throw new BindingListColumnsError()
  const lines = rows
    .map((row, index) => ({ line: index + 2, code: row[code] ?? '', customer: row[customer] ?? '' }))
    .filter((line) => line.code !== '' || line.customer !== '')
  if (lines.length === 0 || lines.length > MOST_LINES) throw new BindingListLengthError(lines.length)
  return lines
}
