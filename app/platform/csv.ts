/** Tells spreadsheets that the file is UTF-8: its first bytes. */
export const UTF8_MARK = '\uFEFF'

/** What a spreadsheet would compute, or take for the start of something it computes; also as it was made harmless before. */
const FORMULA = /^'*(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u

export type Cell = string | number | boolean | null | undefined

/**
 * One line of a file for spreadsheets (RFC 4180). Text that one of them would run as a formula begins with an
 * apostrophe and so stays text; every export goes through here.
 */
export const csvLine = (cells: Cell[]) => `${cells.map(quoted).join(',')}\r\n`

/** The text of a cell as it was before `csvLine` wrote it. */
export const textOf = (cell = '') =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

function quoted(cell: Cell) {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n;\t']/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}
