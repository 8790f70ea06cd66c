import pg from 'pg'

const OLDEST_MAJOR = 15
const EXTENSIONS = ['btree_gin', 'citext', 'pg_trgm', 'unaccent']
const LOCK = 0x1a7c

export type RoleUrls = { app: string; owner: string; system: string }
type Role = { name: string; password: string }
type Roles = Record<keyof RoleUrls, Role>

/** The variables that carry the URL of each role. */
export const URL_VARIABLES = {
  app: 'DATABASE_URL',
  owner: 'DATABASE_OWNER_URL',
  system: 'DATABASE_SYSTEM_URL',
}

export class DatabaseSetupError extends Error {
  code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Makes the database, its three roles and their grants from one administrator's connection. Doing it twice is calm.
 * A managed server's administrator is often not a superuser: nothing here needs more than CREATEROLE and CREATEDB.
 */
export async function setUpDatabase(adminUrl: string, urls: RoleUrls) {
  const database = databaseOf(urls)
  const roles = rolesOf(urls)

  await connected(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await requireMajor(client)
    for (const role of Object.values(roles)) await ensureRole(client, role)
    await ensureDatabase(client, database, roles.owner)
  })
  await connected(withDatabase(adminUrl, database), async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    for (const name of EXTENSIONS)
      await client.query(`create extension if not exists ${name} with schema public`)
    await grantAccess(client, database, roles)
  })
}

function databaseOf(urls: RoleUrls) {
  const roles = Object.keys(URL_VARIABLES) as (keyof RoleUrls)[]
  const malformed = roles.filter((role) => !URL.canParse(urls[role])).map((role) => URL_VARIABLES[role])
  if (malformed.length > 0) {
    throw new DatabaseSetupError(
      'E_DATABASE_URLS',
      `${malformed.join(' and ')} must be set and look like postgres://user:password@host:5432/database`
    )
  }
  const places = Object.values(urls).map((url) => new URL(url).host + new URL(url).pathname)
  if (new Set(places).size > 1) {
    throw new DatabaseSetupError(
      'E_DATABASE_URLS',
      'DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SYSTEM_URL must name the same server and database'
    )
  }
  return decodeURIComponent(new URL(urls.app).pathname.slice(1))
}

function rolesOf(urls: RoleUrls): Roles {
  const role = (url: string) => {
    const { username, password } = new URL(url)
    return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
  }
  const roles = { app: role(urls.app), owner: role(urls.owner), system: role(urls.system) }
  if (new Set(Object.values(roles).map(({ name }) => name)).size < 3) {
    throw new DatabaseSetupError(
      'E_DATABASE_URLS',
      'DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SYSTEM_URL must each have a role of their own'
    )
  }
  return roles
}

async function requireMajor(client: pg.Client) {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major")
  if (rows[0].major < OLDEST_MAJOR) {
    throw new DatabaseSetupError(
      'E_POSTGRES_TOO_OLD',
      `PostgreSQL ${rows[0].major} is too old: Latchkey needs ${OLDEST_MAJOR} or newer`
    )
  }
}

async function ensureRole(client: pg.Client, { name, password }: Role) {
  const { rows } = await client.query(
    'select rolsuper or rolbypassrls as is_mighty from pg_roles where rolname = $1',
    [name]
  )
  if (rows[0]?.is_mighty) {
    throw new DatabaseSetupError(
      'E_DATABASE_ROLE',
      `The role "${name}" is a superuser or has BYPASSRLS, so row-level security would not hold: choose another role`
    )
  }
  const verb = rows.length > 0 ? 'alter' : 'create'
  const secret = password ? `password ${pg.escapeLiteral(password)}` : ''
  await client.query(`${verb} role ${pg.escapeIdentifier(name)} login ${secret}`)
}

async function ensureDatabase(client: pg.Client, database: string, owner: Role) {
  const { rows } = await client.query('select from pg_database where datname = $1', [database])
  await client.query(`grant ${pg.escapeIdentifier(owner.name)} to current_user`)
  if (rows.length === 0) {
    const locale = await localeOptions(client)
    await client.query(
      `create database ${pg.escapeIdentifier(database)} owner ${pg.escapeIdentifier(owner.name)} template template0 encoding 'UTF8' ${locale}`
    )
  }
}

// Sorting by bytes is what the indexes on prefixes are made for; lists of names ask for a language's order by name.
async function localeOptions(client: pg.Client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int >= 170000 as has_builtin"
  )
  return rows[0].has_builtin
    ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
    : "locale_provider libc lc_collate 'C' lc_ctype 'C.UTF-8'"
}

async function grantAccess(client: pg.Client, database: string, { app, owner, system }: Roles) {
  const runtime = [app, system].map(({ name }) => pg.escapeIdentifier(name)).join(', ')
  const ownerName = pg.escapeIdentifier(owner.name)
  const databaseName = pg.escapeIdentifier(database)
  const statements = [
    `alter schema public owner to ${ownerName}`,
    'revoke all on schema public from public',
    `grant usage on schema public to ${runtime}`,
    `revoke all on database ${databaseName} from public`,
    `grant connect on database ${databaseName} to ${runtime}`,
    `grant connect, create, temporary on database ${databaseName} to ${ownerName}`,
  ]
  for (const statement of statements) await client.query(statement)
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, database: string) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}
