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

/** A fingerprint of every row that some companies own: events, outbox and mails included. */
export async function fingerprint(tenantIds: string[]) {
  const tables = await tenantPolicies()
  const list = tenantIds.map((id) => `'${id}'`).join()
  const parts = tables.map((name) => {
    const column = name === 'tenants' ? 'id' : 'tenant_id'
    const row = name === 'access_tokens' ? `(to_jsonb(t) - 'last_used_at')::text` : 't::text'
    return `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(${row}, 0)), 0) as print from ${name} t where ${column} in (${list})`
  })
  const { rows } = await owner().rawQuery<{ rows: { name: string; print: string }[] }>(
    parts.join(' union all ')
  )
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}
