import { parse } from 'csv-parse/sync'

/**
 * The rows of a list that comes from a spreadsheet, as a file or pasted: separated by comma, semicolon or tab.
 * Throws the `CsvError` of csv-parse, with the line, where a quotation mark is out of place.
 */
export function csvRows(text: string): string[][] {
  return parse(text, { bom: true, delimiter: separatorOf(text), relax_column_count: true, trim: true })
}

function separatorOf(text: string) {
  const [head] = text.split(/[\r\n]/, 1)
  return ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
}
