import pg from 'pg'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { WrittenTables } from '#tests/security/written_tables'

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

const pool = new pg.Pool({
  connectionString: env.get('DATABASE_OWNER_URL').release(),
  max: 1,
  allowExitOnIdle: true,
})
const written = new WrittenTables()
let kept: { tenantIds: string; prints: Record<string, string> } | undefined
let policies: Promise<string[]> | undefined

/** A fingerprint of every row that some companies own, events, outbox and mails included: who wrote it last. */
export async function fingerprint(tenantIds: string[]) {
  const [names, changed] = [await (policies ??= tenantPolicies()), await written.since()]
  const isKept = kept?.tenantIds === String(tenantIds)
  const prints = isKept ? { ...kept!.prints } : {}
  for (const name of isKept ? names.filter((each) => changed.includes(each)) : names)
    prints[name] = await printOf(name, tenantIds)
  kept = { tenantIds: String(tenantIds), prints }
  return prints
}

async function printOf(name: string, tenantIds: string[]) {
  const column = name === 'tenants' ? 'id' : 'tenant_id'
  const isUsed = name === 'access_tokens'
  const word = isUsed ? `hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)` : 'xmin::text::bigint'
  const { rows } = await pool.query<{ print: string }>({
    name,
    text: `select count(*) || ':' || coalesce(sum(${word}), 0) as print from ${name} t where ${column} = any ($1::uuid[])`,
    values: [tenantIds],
  })
  return rows[0].print
}
