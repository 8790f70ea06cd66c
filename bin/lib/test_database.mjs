import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { setUpDatabase } from '../../app/platform/database/database_roles.ts'
import { runAce } from './ace.mjs'
import { startPostgres } from './postgres.mjs'
import { hashOf } from './stamp.mjs'

const ROLES = { app: 'DATABASE_URL', owner: 'DATABASE_OWNER_URL', system: 'DATABASE_SYSTEM_URL' }
const SCHEMA_SOURCES = [
  'database/migrations',
  'app/platform/database/tenant_schema.ts',
  'app/platform/database/database_roles.ts',
  'package-lock.json',
]
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const LOCK = 0x1a7d

/**
 * Databases for the suites, each a copy of one migrated template. The server is an embedded PostgreSQL of this run, or
 * the one of TEST_DATABASE_ADMIN_URL (quick for a single spec): there the template stays for the next run.
 */
export class TestDatabases {
  #server
  #template
  #made = []

  constructor({ root, env, signal }) {
    Object.assign(this, { root, env, signal })
    this.givenUrl = env.TEST_DATABASE_ADMIN_URL
  }

  /** The three URLs and the administrator's for a new, migrated and empty database. */
  async create(suite) {
    const adminUrl = await this.#adminUrl()
    const template = await (this.#template ??= this.#prepareTemplate(adminUrl))
    const name = `latchkey_test_${suite.replaceAll('-', '_')}_${process.pid}_${randomBytes(3).toString('hex')}`
    const urls = this.#urlsOf(adminUrl, name)
    await withClient(adminUrl, async (client) => {
      await client.query('select pg_advisory_lock($1)', [LOCK])
      await client.query(`create database ${name} template ${template} owner ${userOf(urls.owner)}`)
    })
    this.#made.push(name)
    await setUpDatabase(adminUrl, urls)
    return { ...named(urls), TEST_DATABASE_ADMIN_URL: adminUrl }
  }

  async stop() {
    const server = await this.#server?.catch(() => {})
    if (server) {
      await server.stop()
    } else if (this.givenUrl) {
      await withClient(this.givenUrl, async (client) => {
        for (const name of this.#made) await client.query(`drop database if exists ${name} with (force)`)
      })
    }
  }

  async #adminUrl() {
    if (this.givenUrl) return this.givenUrl
    this.#server ??= startPrivateServer(this.root)
    return (await this.#server).adminUrl
  }

  async #prepareTemplate(adminUrl) {
    const roles = this.#urlsOf(adminUrl, 'any')
    const hash = createHash('sha256')
      .update(hashOf(this.root, SCHEMA_SOURCES))
      .update(roles.app)
      .digest('hex')
    const name = `latchkey_template_${hash.slice(0, 16)}`
    await withClient(adminUrl, async (client) => {
      await client.query('select pg_advisory_lock($1)', [LOCK])
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
      if (rowCount === 0) await this.#migrateAs(name, adminUrl, client)
    })
    return name
  }

  async #migrateAs(name, adminUrl, client) {
    const unfinished = `${name}_unfinished`
    const urls = this.#urlsOf(adminUrl, unfinished)
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await setUpDatabase(adminUrl, urls)
    await runAce(['migration:run', '--force', '--connection=owner', '--no-schema-generate'], {
      cwd: this.root,
      env: { ...this.env, ...named(urls) },
      signal: this.signal,
      purpose: 'Migrating the test database',
    })
    await client.query(`alter database ${unfinished} rename to ${name}`)
  }

  // Roles belong to the whole server, and tests may run there twice at once: their passwords must not change.
  #urlsOf(adminUrl, database) {
    const password = createHash('sha256').update(`latchkey tests ${adminUrl}`).digest('base64url')
    const url = (role) => {
      const own = new URL(adminUrl)
      Object.assign(own, { username: `latchkey_test_${role}`, password, pathname: `/${database}` })
      return own.href
    }
    return { app: url('app'), owner: url('owner'), system: url('system') }
  }
}

async function startPrivateServer(root) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ root, dir: join(folder, 'cluster'), isDurable: false, settings: FAST })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(server.shelter, { recursive: true, force: true })
  }
  return { ...server, stop }
}

function named(urls) {
  return Object.fromEntries(Object.entries(ROLES).map(([role, variable]) => [variable, urls[role]]))
}

function userOf(url) {
  return pg.escapeIdentifier(new URL(url).username)
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
