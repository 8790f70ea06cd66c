const BREAKS = /\r\n|\r|\n/y

/** The rows of a list that comes from a spreadsheet, as a file or pasted: separated by comma, semicolon or tab. */
export function csvRows(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = [[]]
  let [cell, isQuoted] = ['', false]
  const endCell = () => {
    rows[rows.length - 1].push(cell.trim())
    cell = ''
  }
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const char = text[at]
    const breaks = isQuoted ? 0 : lengthOfBreak(text, at)
    if (breaks > 0) {
      endCell()
      rows.push([])
      at += breaks - 1
    } else if (!isQuoted && char === separator) endCell()
    else if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (char === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else cell += char
  }
  endCell()
  return rows
}

function separatorOf(text: string) {
  const [head] = text.split(/[\r\n]/, 1)
  return ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
}

function lengthOfBreak(text: string, at: number) {
  BREAKS.lastIndex = at
  return BREAKS.exec(text)?.[0].length ?? 0
}
