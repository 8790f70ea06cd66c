import { CsvError } from 'csv-parse/sync'
import { csvLine, UTF8_MARK } from '#app/platform/csv'
import { csvRows } from '#app/platform/csv_rows'
import { BindingListColumnsError, BindingListLengthError, BindingListQuoteError } from '#app/qr_codes/errors'

export const MOST_LINES = 500

export type BindingLine = { line: number; code: string; customer: string }
type Told = Pick<BindingLine, 'code' | 'customer'> & { problem: string | null }

/** What `csvLine` puts before text that a spreadsheet would compute, such as a phone number. */
const KEPT_AS_TEXT = /^'(?=[=+\-@])/

/** Which code is whose, line by line, under a line that names the columns. */
export function readBindingList(text: string): BindingLine[] {
  const [head = [], ...rows] = rowsIn(text)
  const names = head.map((name) => name.toLowerCase())
  const [code, customer] = [names.indexOf('code'), names.indexOf('customer')]
  if (code < 0 || customer < 0) throw new BindingListColumnsError()
  const lines = rows
    .map((row, index) => ({
      line: index + 2,
      code: textOf(row[code]),
      customer: textOf(row[customer]),
    }))
    .filter((line) => line.code !== '' || line.customer !== '')
  if (lines.length === 0 || lines.length > MOST_LINES) throw new BindingListLengthError(lines.length)
  return lines
}

const textOf = (cell = '') => cell.replace(KEPT_AS_TEXT, '')

/** The lines that were refused, with the reason: a list that can be mended and taken in again. */
export function refusedList(lines: Told[]) {
  const refused = lines.filter(({ problem }) => problem !== null)
  const cells = refused.map(({ code, customer, problem }) => [code, customer, problem])
  return UTF8_MARK + [['Code', 'Customer', 'Problem'], ...cells].map(csvLine).join('')
}

function rowsIn(text: string) {
  try {
    return csvRows(text)
  } catch (error) {
    if (error instanceof CsvError) throw new BindingListQuoteError(Number(error.lines))
    throw error
  }
}
