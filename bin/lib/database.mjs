import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { setUpDatabase } from '../../app/platform/database/database_roles.ts'
import { say } from './narrate.mjs'
import { runningPort, startPostgres } from './postgres.mjs'
import { Problem } from './problem.mjs'
import { stampAt } from './stamp.mjs'

const ROLES = { DATABASE_URL: 'app', DATABASE_OWNER_URL: 'owner', DATABASE_SYSTEM_URL: 'system' }
const RESTARTS = [0, 1_000, 5_000, 15_000]

/** The database of this installation: the one of the three URLs, or the embedded one. */
export async function openDatabase({ settings, secrets, onLost }) {
  if (settings.DATABASE_URL) {
    for (const name of Object.keys(ROLES)) await requireDatabase(name, settings[name])
    return { urls: pick(settings), stop: async () => {} }
  } else {
    return openEmbedded({ settings, secrets, onLost })
  }
}

/** The database of this installation while that is running. */
export async function joinDatabase({ settings, secrets, onLost }) {
  if (settings.DATABASE_URL) return openDatabase({ settings, secrets, onLost })
  const port = await runningPort(join(settings.DATA_DIR, 'postgres'))
  return { urls: urlsAt(port, secrets), stop: async () => {} }
}

function urlsAt(port, { passwords }) {
  const url = (role) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/latchkey`
  return Object.fromEntries(Object.entries(ROLES).map(([name, role]) => [name, url(role)]))
}

async function openEmbedded({ settings, secrets, onLost }) {
  const dir = join(settings.DATA_DIR, 'postgres')
  let server = await startPostgres({ dir, onExit: restart })
  const { port } = server
  const urls = urlsAt(port, secrets)
  await setUpDatabase(server.adminUrl, {
    app: urls.DATABASE_URL,
    owner: urls.DATABASE_OWNER_URL,
    system: urls.DATABASE_SYSTEM_URL,
  })
  const { data, shelter } = server
  return { urls, data, shelter, filled: stampAt(join(dir, 'filled-by')), stop: () => server.stop() }

  async function restart() {
    for (const pause of RESTARTS) {
      await sleep(pause)
      try {
        server = await startPostgres({ dir, port, onExit: restart })
        say('The database had ended and runs again')
        return
      } catch (error) {
        say(error.message)
      }
    }
    onLost(new Problem('E_POSTGRES_LOST', `The database ended and does not start again: see ${server.log}`))
  }
}

async function requireDatabase(variable, url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int / 10000 as major, rolsuper or rolbypassrls as is_mighty
      from pg_roles where rolname = current_user`)
    const fault = faultOf(rows[0], variable)
    if (fault) throw new Problem('E_DATABASE', `${variable}: ${fault}`)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('E_DATABASE', `${variable}: ${explain(error, new URL(url))}`)
  } finally {
    await client.end().catch(() => {})
  }
}

function faultOf({ major, is_mighty: isMighty }, variable) {
  if (major < 15) return `PostgreSQL ${major} is too old, 15 or newer is needed`
  if (isMighty && variable !== 'DATABASE_OWNER_URL') {
    return 'this role is a superuser or has BYPASSRLS, so tenants would not be kept apart: use a plain role (node ace db:setup makes one)'
  }
  return undefined
}

function explain(error, { host, username, pathname }) {
  const known = {
    '28P01': `the server refused the password of ${username}: correct it, or run node ace db:setup`,
    28000: `the server refuses ${username}: correct the URL, or run node ace db:setup`,
    '3D000': `there is no database ${pathname.slice(1)}: run node ace db:setup`,
    42501: `${username} may not connect to ${pathname.slice(1)}: run node ace db:setup`,
    53300: 'the server has no free connection: raise its max_connections or lower DATABASE_POOL',
  }
  const reason = error.errors?.[0]?.message ?? error.message
  return known[error.code] ?? `no PostgreSQL answers at ${host} (${reason}): start it or correct the URL`
}

function pick(settings) {
  return Object.fromEntries(Object.keys(ROLES).map((name) => [name, settings[name]]))
}
