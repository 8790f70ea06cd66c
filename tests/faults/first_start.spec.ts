import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import pg from 'pg'
import { setUpDatabase } from '#app/platform/database/database_roles'
import { startPostgres } from '../../bin/lib/postgres.mjs'
import { unique } from '#tests/factories'

const DEATHS = process.env.FAULTS === 'all' ? 16 : 3

/** What is there after all migrations, whoever made it; months come and go. */
const CATALOGUE = {
  columns: `select table_schema, table_name, column_name, data_type, column_default, is_nullable from information_schema.columns
    where table_schema in ('public', 'pgboss') order by 1, 2, 3`,
  indexes: `select schemaname, tablename, indexdef from pg_indexes where schemaname in ('public', 'pgboss') order by 1, 2, 3`,
  constraints: `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as text from pg_constraint
    where connamespace in ('public'::regnamespace, 'pgboss'::regnamespace) order by 1, 2, 3`,
  policies: `select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
  functions: `select proname, prosrc from pg_proc where pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace) order by 1, 2`,
  migrations: 'select name from adonis_schema order by id',
}

async function catalogueOf(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: Record<string, unknown[]> = {}
  for (const [name, sql] of Object.entries(CATALOGUE)) found[name] = (await client.query(sql)).rows
  await client.end()
  return found
}

/** Ends a program when `moment` resolves, unless it has ended; resolves to its code, or null when it was killed. */
async function run(
  words: string[],
  env: NodeJS.ProcessEnv,
  moment: (isOver: () => boolean) => Promise<unknown>
) {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: 'ignore' })
  const exit = once(child, 'exit')
  await Promise.race([exit, moment(() => child.exitCode !== null)])
  child.kill('SIGKILL')
  const [code] = await exit
  return code as number | null
}

const NEVER = () => new Promise(() => {})

/** How many migrations the tables say that they have had. */
async function migrated(client: pg.Client) {
  const { rows } = await client
    .query('select count(*)::int as count from adonis_schema')
    .catch(() => ({ rows: [] }))
  return (rows[0]?.count as number) ?? 0
}

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

test.group('A first start that is killed', () => {
  test('while it makes the data folder: the next one makes it whole', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-initdb-'))
    chmodSync(folder, 0o755)
    cleanup(() => rmSync(folder, { recursive: true, force: true }))
    const dir = join(folder, 'cluster')
    const script = `(await import('./bin/lib/postgres.mjs')).startPostgres({ dir: ${JSON.stringify(dir)} })`
    for (let death = 0; death < DEATHS; death++)
      await run(['--input-type=module', '-e', script], {}, () => sleep(300 + (2500 * death) / DEATHS))
    const server = await startPostgres({ dir })
    cleanup(() => server.stop())
    const client = new pg.Client({ connectionString: server.adminUrl })
    await client.connect()
    const { rows } = await client.query('show data_checksums')
    await client.end()
    assert.deepEqual(rows, [{ data_checksums: 'on' }])
  }).timeout(180_000)

  test('while it migrates: the next one goes on, and nothing is there twice or half', async ({
    assert,
    cleanup,
  }) => {
    const {
      TEST_DATABASE_ADMIN_URL: adminUrl,
      DATABASE_URL,
      DATABASE_OWNER_URL,
      DATABASE_SYSTEM_URL,
    } = process.env
    const database = unique('latchkey_test_migrations').replaceAll('-', '_')
    const urls = {
      app: at(DATABASE_URL!, database),
      owner: at(DATABASE_OWNER_URL!, database),
      system: at(DATABASE_SYSTEM_URL!, database),
    }
    await setUpDatabase(adminUrl!, urls)
    cleanup(async () => {
      const client = new pg.Client({ connectionString: adminUrl })
      await client.connect()
      await client.query(`drop database ${database} with (force)`)
      await client.end()
    })
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: urls.app,
      DATABASE_OWNER_URL: urls.owner,
      DATABASE_SYSTEM_URL: urls.system,
    }
    const migrate = ['ace.js', 'migration:run', '--force', '--connection=owner', '--no-schema-generate']
    const words = [join(process.env.PRODUCT_BUILD!, migrate[0]), ...migrate.slice(1)]
    const client = new pg.Client({ connectionString: at(adminUrl!, database) })
    await client.connect()
    cleanup(() => client.end())
    const all = (await readdir('database/migrations')).length
    let deaths = 0
    for (let death = 0; death < DEATHS; death++) {
      const wanted = Math.floor((all * death) / DEATHS)
      const code = await run(words, env, async (isOver) => {
        while (!isOver() && (await migrated(client)) < wanted) await sleep(2)
        await sleep(Math.random() * 20)
      })
      if (code === null) deaths++
    }
    assert.isAbove(deaths, 0)
    // Whoever was killed holds the lock until the database has done its last statement: the next one is told so, and ends.
    for (let turn = 0; turn < 20 && (await run(words, env, NEVER)) !== 0; turn++) await sleep(500)
    assert.equal(await migrated(client), all)
    assert.deepEqual(
      await catalogueOf(at(adminUrl!, database)),
      await catalogueOf(at(adminUrl!, new URL(DATABASE_URL!).pathname.slice(1)))
    )
  }).timeout(180_000)
})
