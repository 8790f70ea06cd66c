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

/** So many pages of a table are a part, which is read again only when a row in it was written. The last has no end. */
const PAGES = 16
const PARTS = 256

type Part = { name: string; part: number; version: string; count: number }
type Sum = { name: string; part: number; version: string; sum: string }

const known = new Map<string, { version: string; sum: bigint }>()

/** The whole database in one word for each table: equal when not one byte of any row differs. */
export const wholeDatabase = async () => printOf(await tables())

/** The same of some tables. */
export async function printOf(names: string[]): Promise<Print> {
  const parts = await ask<Part>(names.map(partsOf))
  const written = parts.filter((part) => known.get(keyOf(part))?.version !== part.version)
  const sums = await ask<Sum>(written.map(sumOf))
  for (const one of sums) known.set(keyOf(one), { version: one.version, sum: BigInt(one.sum) })
  return Object.fromEntries(
    names.map((name) => [name, printOfParts(parts.filter((one) => one.name === name))])
  )
}

function printOfParts(parts: Part[]) {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const sum = parts.reduce((all, part) => all + known.get(keyOf(part))!.sum, 0n)
  return `${count}:${sum}`
}

const keyOf = ({ name, part }: Part | Sum) => `${name} ${part}`

const startOf = (part: number) => `(${part * PAGES},0)`

const STARTS = Array.from({ length: PARTS - 1 }, (_, index) => `"${startOf(index + 1)}"`).join()

async function ask<Row>(selects: string[]) {
  if (selects.length === 0) return []
  const starts = `with starts as (select '{${STARTS}}'::tid[] as of_parts) `
  return (await owner().rawQuery<{ rows: Row[] }>(starts + selects.join(' union all '))).rows
}

/** The version differs whenever a row was written, even to what it was: quick, and says which parts to read as a whole. */
const partsOf = (name: string) => `
  select '${name}' as name, width_bucket(ctid, starts.of_parts) as part, count(*)::int as count,
    count(*) || ':' || sum(xmin::text::bigint) as version
  from ${name}, starts group by 2`

function sumOf({ name, part, version }: Part) {
  const free = Object.keys(COLUMNS_THAT_MAY_CHANGE[name] ?? {})
  const row = free.length === 0 ? 't' : free.reduce((json, column) => `${json} - '${column}'`, 'to_jsonb(t)')
  return `
    select '${name}' as name, ${part} as part, '${version}' as version,
      coalesce(sum(hashtextextended((${row})::text, 0)), 0) as sum
    from ${name} t
    where ctid >= '${startOf(part)}'${part < PARTS - 1 ? ` and ctid < '${startOf(part + 1)}'` : ''}`
}

export async function countEvents({ except }: { except: string }) {
  const { count } = await owner().from('events').whereNot('name', except).count('* as count').first()
  return Number(count)
}
