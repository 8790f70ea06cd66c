import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { test } from '@japa/runner'
import { setUpDatabase } from '#app/platform/database/database_roles'
import { runningPort, startPostgres } from '../../../bin/lib/postgres.mjs'

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

async function makeServer(cleanup: (step: () => void | Promise<void>) => void) {
  const dir = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'))
  chmodSync(dir, 0o755)
  cleanup(() => rmSync(dir, { recursive: true, force: true }))
  const server = await startPostgres({ dir, isDurable: false })
  cleanup(() => server.stop())
  return { dir, server }
}

function urlsOn({ port }: { port: number }, names = { app: 'app', owner: 'owner', system: 'system' }) {
  const url = (name: string) => `postgres://${name}:secret-${name}@127.0.0.1:${port}/latchkey`
  return { app: url(names.app), owner: url(names.owner), system: url(names.system) }
}

test.group('Embedded PostgreSQL', () => {
  test('the next start takes over from a database that outlived its start', async ({ assert, cleanup }) => {
    const { dir, server } = await makeServer(cleanup)
    await query(server.adminUrl, 'create table kept (id int)')

    const next = await startPostgres({ dir, isDurable: false })
    cleanup(() => next.stop())
    assert.isEmpty(await query(next.adminUrl, 'select * from kept'))
    await assert.rejects(() => query(server.adminUrl, 'select 1'))
  })

  test('another process of the installation finds where it listens, and nothing when it has ended', async ({
    assert,
    cleanup,
  }) => {
    const { dir, server } = await makeServer(cleanup)
    assert.equal(await runningPort(dir), server.port)
    await server.stop()
    await assert.rejects(() => runningPort(dir), /not up yet/)
  })

  test('a number in a stale pid file that now belongs to another process is no obstacle', async ({
    assert,
    cleanup,
  }) => {
    const { dir, server } = await makeServer(cleanup)
    await server.stop()
    writeFileSync(join(server.data, 'postmaster.pid'), `${process.pid}\n${server.data}\n`)

    const next = await startPostgres({ dir, isDurable: false })
    cleanup(() => next.stop())
    assert.deepEqual(await query(next.adminUrl, 'select 1 as one'), [{ one: 1 }])
  })

  test('data of another major version is refused in one line', async ({ assert, cleanup }) => {
    const { dir, server } = await makeServer(cleanup)
    await server.stop()
    writeFileSync(join(server.data, 'PG_VERSION'), '17\n')
    await assert.rejects(
      () => startPostgres({ dir }),
      /holds data of PostgreSQL 17, .+ PostgreSQL 18.*: dump it/
    )
  })
})

test.group('Database roles', () => {
  test('three roles are made, twice is calm, and none can walk round the wall', async ({
    assert,
    cleanup,
  }) => {
    const { server } = await makeServer(cleanup)
    const urls = urlsOn(server)
    await setUpDatabase(server.adminUrl, urls)
    await setUpDatabase(server.adminUrl, urls)

    await query(urls.owner, 'create table walls (id int)')
    const mighty =
      'select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole) and rolcanlogin'
    assert.deepEqual(await query(server.adminUrl, mighty), [{ rolname: 'postgres' }])
    for (const url of [urls.app, urls.system]) {
      await assert.rejects(
        () => query(url, 'create table mine (id int)'),
        /permission denied for schema public/
      )
      await assert.rejects(() => query(url, 'select * from walls'), /permission denied for table walls/)
    }
  })

  test('an administrator who is no superuser is enough', async ({ assert, cleanup }) => {
    const { server } = await makeServer(cleanup)
    await query(server.adminUrl, "create role managed login createrole createdb password 'secret'")
    const adminUrl = server.adminUrl.replace(/\/\/.*@/, '//managed:secret@')
    const urls = urlsOn(server)
    await setUpDatabase(adminUrl, urls)
    await setUpDatabase(adminUrl, urls)
    assert.deepEqual(await query(urls.owner, 'select current_user as name'), [{ name: 'owner' }])
  })

  test('a role that row-level security does not bind is refused', async ({ assert, cleanup }) => {
    const { server } = await makeServer(cleanup)
    const urls = urlsOn(server, { app: 'postgres', owner: 'owner', system: 'system' })
    await assert.rejects(
      () => setUpDatabase(server.adminUrl, urls),
      /"postgres" is a superuser or has BYPASSRLS/
    )
  })
})
