import pg from 'pg'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'

const TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`
const owner = () => db.connection('owner')

async function tenantPolicies() {
  const { rows } = await owner().rawQuery<{ rows: { name: string }[] }>(
    `select tablename as name from pg_policies where schemaname = 'public' and policyname = 'tenant' order by 1`
  )
  return rows.map(({ name }) => name)
}

/** Opens every tenant policy; the function that it returns closes them again. */
export async function withoutPolicies() {
  const tables = await tenantPolicies()
  for (const name of tables)
    await owner().rawQuery(`alter policy tenant on ${name} using (true) with check (true)`)
  return async () => {
    for (const name of tables) {
      const own = `${name === 'tenants' ? 'id' : 'tenant_id'} = ${TENANT}`
      await owner().rawQuery(`alter policy tenant on ${name} using (${own}) with check (${own})`)
    }
  }
}

let prints: Promise<string> | undefined
const pool = new pg.Pool({
  connectionString: env.get('DATABASE_OWNER_URL').release(),
  max: 1,
  allowExitOnIdle: true,
})

/** A fingerprint of every row that some companies own: events, outbox and mails included. */
export async function fingerprint(tenantIds: string[]) {
  // Planned once: a plan of every table takes twenty times as long as what it finds.
  const query = { name: 'fingerprint', text: await (prints ??= printsOfEveryTable()) }
  const { rows } = await pool.query<{ name: string; print: string }>({ ...query, values: [tenantIds] })
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}

async function printsOfEveryTable() {
  const tables = await tenantPolicies()
  const parts = tables.map((name) => {
    const column = name === 'tenants' ? 'id' : 'tenant_id'
    const row = name === 'access_tokens' ? `(to_jsonb(t) - 'last_used_at')::text` : 't::text'
    return `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(${row}, 0)), 0) as print from ${name} t where ${column} = any ($1::uuid[])`
  })
  return parts.join(' union all ')
}
