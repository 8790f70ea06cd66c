import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { Find, Markers } from '#tests/security/markers'

type Table = { schema: string; name: string }

const owner = () => db.connection('owner')

/** Every table of the database, also those of the carrier of events and of the timers. */
export async function allTables(): Promise<Table[]> {
  const { rows } = await owner().rawQuery<{ rows: Table[] }>(
    `select relnamespace::regnamespace::text as schema, relname as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1, 2`
  )
  return rows
}

/** Looks through every column of every row. */
export async function inTables(markers: Markers): Promise<Find[]> {
  const found: Find[] = []
  for (const { schema, name } of await allTables()) {
    const { rows } = await owner().rawQuery<{ rows: { text: string }[] }>(
      `select t::text as text from "${schema}"."${name}" t`
    )
    found.push(...markers.in(rows.map(({ text }) => text).join('\n'), `${schema}.${name}`))
  }
  return found
}

/** Looks through everything that lies on the disk of an installation. */
export function inFiles(markers: Markers, folder: string): Find[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return markers.in(readFileSync(path, 'latin1'), path)
    })
}
