import { CsvError, parse } from 'csv-parse/sync'
import { FieldError } from '#app/platform/errors'

export class CsvQuoteError extends FieldError {
  static code = 'E_CSV_QUOTE'
  static status = 422
  field = 'list'

  constructor(line: number) {
    super(
      `A quotation mark (") in or before line ${line} is not closed, or something stands right after it. ` +
        'Take it out, or write two ("") where one is meant.'
    )
  }
}

/** `subject`: what stands on each line. */
export class ListLengthError extends FieldError {
  static code = 'E_LIST_LENGTH'
  static status = 422
  field = 'list'

  constructor(lines: number, most: number, subject: string) {
    const [many, limit] = [lines, most].map((count) => count.toLocaleString('en-US'))
    super(
      lines === 0
        ? `There is nothing below the line of the columns. Put ${subject} on each line.`
        : `The list has ${many} lines, and ${limit} go at once. Cut it in parts.`
    )
  }
}

export function ensureLength(lines: unknown[], { most, subject }: { most: number; subject: string }) {
  if (lines.length === 0 || lines.length > most) throw new ListLengthError(lines.length, most, subject)
}

/** The rows of a list that comes from a spreadsheet, as a file or pasted: separated by comma, semicolon or tab. */
export function csvRows(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: separatorOf(text), relax_column_count: true, trim: true })
  } catch (error) {
    if (error instanceof CsvError) throw new CsvQuoteError(Number(error.lines))
    throw error
  }
}

function separatorOf(text: string) {
  const [head] = text.split(/[\r\n]/, 1)
  return ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
}
