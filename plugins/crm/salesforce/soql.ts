/** A value between quotes, which nothing in it ends. */
export const quoted = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The same where it is looked for: its own wildcards are plain characters. */
const pattern = (value: string) => value.replace(/[\\%_]/g, '\\$&').replaceAll("'", "\\'")

/** One of the words in the field begins so. */
export const wordBegins = (field: string, beginning: string) =>
  `(${field} LIKE '${pattern(beginning)}%' OR ${field} LIKE '% ${pattern(beginning)}%')`

export const endsWith = (field: string, end: string) => `${field} LIKE '%${pattern(end)}'`
