/** The rows of a CSV text, read as RFC 4180 says. */
export function csvRows(text: string) {
  const rows: string[][] = [[]]
  let [cell, isQuoted] = ['', false]
  const endCell = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const [char, next] = [text[at], text[at + 1]]
    if (isQuoted && char === '"' && next === '"') {
      cell += '"'
      at++
    } else if (char === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && char === ',') endCell()
    else if (!isQuoted && char === '\r' && next === '\n') {
      endCell()
      rows.push([])
      at++
    } else cell += char
  }
  return rows.slice(0, -1)
}
