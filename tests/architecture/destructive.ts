/** What a database loses to those who still use it, by the words of the statement. */
const DESTRUCTIVE: [RegExp, string][] = [
  [/\bdrop\s+(table|view|materialized view|schema|function|type)\b/i, 'takes away what older code may call'],
  [/\bdrop\s+column\b/i, 'takes a column away'],
  [/\brename\s+(column\s+\S+\s+)?to\b/i, 'gives something another name'],
  [/\balter\s+(column\s+)?\S+\s+(set\s+data\s+)?type\b/i, 'changes the type of a column'],
  [/\bset\s+not\s+null\b/i, 'refuses rows that older code may write'],
  [/\badd\s+column\s+(?![^;,]*\bdefault\b)[^;,]*\bnot\s+null\b/i, 'refuses rows that older code may write'],
  [/\b(truncate|delete\s+from)\b/i, 'takes rows away'],
  [/\.(dropTable|dropColumn|renameColumn|renameTable|dropNullable)\(/, 'takes away or renames'],
]

/** What a migration takes away from code of the release before it. */
export function destructionIn(source: string) {
  const up = source.split(/async down\(/)[0].replace(/function \S+\([^]*?\$\$[^]*?\$\$/g, '')
  return DESTRUCTIVE.filter(([words]) => words.test(up)).map(([, loss]) => loss)
}

type Migration = { name: string; source: string }
/** Migrations by the release that brought them. */
export type Released = Record<string, string[]>

/**
 * Old and new code run side by side while a release is rolled out. So a release only adds; what it no longer uses is taken
 * away by the next one, in a migration that names the release which did without: `static contracts = '1.4.0'`.
 */
export function offendersAmong(migrations: Migration[], released: Released) {
  const shipped = Object.values(released).flat()
  if (shipped.length === 0) return []
  return migrations
    .filter(({ name }) => !shipped.includes(name))
    .flatMap(({ name, source }) => {
      const [, without] = /static contracts = '([^']+)'/.exec(source) ?? []
      const losses = without && released[without] ? [] : destructionIn(source)
      return losses.map((loss) => `${name} ${loss}`)
    })
}
