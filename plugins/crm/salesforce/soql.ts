/** A value between quotes, which nothing in it ends. */
export const quoted = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The same where it is looked for: its own wildcards are plain characters. */
const pattern = (value: string) => value.replace(/[\\%_]/g, '\\$&').replaceAll("'", "\\'")

/** One of the words in the field begins so. */
export const wordBegins = (field: string, beginning: string) =>
  `(${field} LIKE '${pattern(beginning)}%' OR ${field} LIKE '% ${pattern(beginning)}%')`

export const endsWith = (field: string, end: string) => `${field} LIKE '%${pattern(end)}'`

export const isAmong = (field: string, values: readonly string[]) =>
  `${field} IN (${values.map(quoted).join(', ')})`

/** Later than this moment, or of this moment with a later id. */
export function isBehind(field: string, { at, id }: { at: number; id: string }) {
  const moment = new Date(at).toISOString()
  return id
    ? `(${field} > ${moment} OR (${field} = ${moment} AND Id > ${quoted(id)}))`
    : `${field} >= ${moment}`
}
