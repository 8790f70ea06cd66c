import db from '@adonisjs/lucid/services/db'

type Print = Record<string, string>

/** What a refused request may leave behind, and why. Everything else stays as it was. */
export const MAY_CHANGE: Record<string, string> = {
  rate_limits: 'a refused attempt counts, or it could be made without end',
  sessions: 'a visitor gets one, and it says when it was last used',
}
const COLUMNS_THAT_MAY_CHANGE: Record<string, Record<string, string>> = {
  access_tokens: { last_used_at: 'its owner sees when it was last used, also in vain' },
  scim_tokens: { last_used_at: 'the same' },
}
const NOT_DATA = ['adonis_schema', 'adonis_schema_versions']

export const owner = () => db.connection('owner')

/** Every table that keeps something. */
export async function tables() {
  const { rows } = await owner().rawQuery<{ rows: { name: string }[] }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  )
  return rows.map(({ name }) => name).filter((name) => !(name in MAY_CHANGE) && !NOT_DATA.includes(name))
}

const known = new Map<string, { versions: string; print: string }>()

/** The whole database in one word for each table: equal when not one byte of any row differs. */
export const wholeDatabase = async () => printOf(await tables())

/** The same of some tables. */
export async function printOf(names: string[]): Promise<Print> {
  const versions = await printsOf(names, versionsOf)
  const written = Object.keys(versions).filter((name) => known.get(name)?.versions !== versions[name])
  const prints = await printsOf(written, bytesOf)
  for (const name of written) known.set(name, { versions: versions[name], print: prints[name] })
  return Object.fromEntries(Object.keys(versions).map((name) => [name, known.get(name)!.print]))
}

async function printsOf(names: string[], printOf: (name: string) => string): Promise<Print> {
  if (names.length === 0) return {}
  const parts = names.map((name) => `select '${name}' as name, ${printOf(name)} as print from ${name} t`)
  const { rows } = await owner().rawQuery<{ rows: { name: string; print: string }[] }>(
    parts.join(' union all ')
  )
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}

/** Differs whenever a row was written, even to what it was: quick, and says which tables to read as a whole. */
const versionsOf = () => `count(*) || ':' || coalesce(sum(xmin::text::bigint), 0)`

function bytesOf(name: string) {
  const free = Object.keys(COLUMNS_THAT_MAY_CHANGE[name] ?? {})
  const row = free.length === 0 ? 't' : free.reduce((json, column) => `${json} - '${column}'`, 'to_jsonb(t)')
  return `count(*) || ':' || coalesce(sum(hashtextextended((${row})::text, 0)), 0)`
}

export async function countEvents({ except }: { except: string }) {
  const { count } = await owner().from('events').whereNot('name', except).count('* as count').first()
  return Number(count)
}
