import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { BaseModel } from '@adonisjs/lucid/orm'
import * as schema from '#database/schema'

/** Tables of the installation: no tenant, and no right for the runtime role. */
const SYSTEM_TABLES = [
  'adonis_schema',
  'adonis_schema_versions',
  'confirmation_codes',
  'devices',
  'email_changes',
  'former_emails',
  'identities',
  'identity_links',
  'identity_mails',
  'mail_reports',
  'providers',
  'super_user_grants',
  'process_reports',
  'rate_limits',
  'recovery_codes',
  'registrations',
  'sessions',
  'social_accounts',
  'turns',
  'two_factors',
  'installation_keys',
]
/** Tenant tables whose key is not (tenant_id, id), with that key. */
const OTHER_KEYS: Record<string, string> = {
  tenants: 'id',
  event_subjects: 'tenant_id,subject_id',
  outbox: 'seq',
  unchained_events: 'seq',
  uncounted_leads: 'seq',
  lead_countings: 'tenant_id',
  event_links: 'tenant_id,position',
  consumed_events: 'tenant_id,consumer,event_id',
  customer_words: 'tenant_id,word,customer_id',
  qr_lookups: 'token',
  qr_visits: 'tenant_id,qr_code_id,day,visitor',
  qr_code_days: 'tenant_id,qr_code_id,day',
}
/** A secret or printed value leads to its tenant, so it is unique across tenants. */
const LOOKUPS = [
  'link_tokens.token_hash',
  'access_tokens.token_hash',
  'refresh_tokens.token_hash',
  'scim_tokens.token_hash',
  'sso_domains.domain',
  'tenants.slug',
  'impersonations.super_user_id',
]
const POLICY = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)"

const rows = async <Row>(sql: string) => (await db.connection('owner').rawQuery<{ rows: Row[] }>(sql)).rows
const roleOf = async (connection: string) =>
  (await db.connection(connection).rawQuery<{ rows: { role: string }[] }>('select current_user as role'))
    .rows[0].role

async function tables() {
  return rows<{ name: string; secured: boolean; forced: boolean; kind: string }>(
    `select relname as name, relrowsecurity as secured, relforcerowsecurity as forced, relkind as kind
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  )
}
const tenantTables = async () => (await tables()).filter(({ name }) => !SYSTEM_TABLES.includes(name))

test.group('Catalogue | the wall', () => {
  test('every table is a tenant table behind forced row-level security, or a named system table', async ({
    assert,
  }) => {
    for (const table of await tenantTables()) {
      assert.isTrue(table.secured && table.forced, `${table.name} is not behind the wall`)
    }
  })

  test('every tenant table has the tenant policy for app, and an open one for owner and system', async ({
    assert,
  }) => {
    const policies = await rows<{
      tablename: string
      policyname: string
      roles: string
      qual: string
      with_check: string
    }>(
      `select tablename, policyname, roles::text as roles, qual, with_check from pg_policies where schemaname = 'public'`
    )
    const [app, owner, system] = [appRole(), await roleOf('owner'), await roleOf('system')]
    for (const { name } of await tenantTables()) {
      const [tenant, across] = ['tenant', 'across_tenants'].map((policy) =>
        policies.find((one) => one.tablename === name && one.policyname === policy)
      )
      const expected = name === 'tenants' ? POLICY.replace('tenant_id', 'id') : POLICY
      assert.equal(tenant?.roles, `{${app}}`, name)
      assert.equal(tenant?.qual, expected, name)
      assert.equal(tenant?.with_check, expected, name)
      assert.equal(across?.roles, `{${owner},${system}}`, name)
      assert.equal(policies.filter((one) => one.tablename === name).length, 2, `${name} has another policy`)
    }
  })

  test('the runtime role owns nothing, bypasses nothing and may not truncate or reach system tables', async ({
    assert,
  }) => {
    const app = appRole()
    const [role] = await rows<{ rolbypassrls: boolean; rolsuper: boolean }>(
      `select rolbypassrls, rolsuper from pg_roles where rolname = '${app}'`
    )
    assert.deepEqual({ ...role }, { rolbypassrls: false, rolsuper: false })
    const owned = await rows(
      `select 1 from pg_class where relowner = (select oid from pg_roles where rolname = '${app}')`
    )
    assert.lengthOf(owned, 0)
    for (const { name } of await tables()) {
      const [{ truncates, reads }] = await rows<{ truncates: boolean; reads: boolean }>(
        `select has_table_privilege('${app}', 'public.${name}', 'truncate') as truncates,
                has_table_privilege('${app}', 'public.${name}', 'select, insert, update, delete') as reads`
      )
      assert.isFalse(truncates, name)
      if (SYSTEM_TABLES.includes(name)) assert.isFalse(reads, `${name} is open to the runtime role`)
    }
  })

  test('partitions cannot be reached past their parent', async ({ assert }) => {
    const reached = await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'partitions'::regnamespace and relkind = 'r'
       and has_table_privilege('${appRole()}', oid, 'select, insert, update, delete')`
    )
    assert.deepEqual(reached, [])
  })

  test('views run with the rights of their reader', async ({ assert }) => {
    const views = await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
       and not coalesce(reloptions::text[] @> array['security_invoker=true'], false)`
    )
    assert.deepEqual(views, [])
  })
})

test.group('Catalogue | keys', () => {
  test('every tenant table has id as its first column and the key (tenant_id, id), or a named other key', async ({
    assert,
  }) => {
    const keys = await rows<{ name: string; key: string; first: string }>(
      `select c.relname as name,
         (select string_agg(a.attname, ',' order by k.ord) from unnest(i.indkey) with ordinality k(num, ord)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as key,
         (select attname from pg_attribute where attrelid = c.oid and attnum = 1) as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisprimary and c.relnamespace = 'public'::regnamespace`
    )
    for (const { name } of await tenantTables()) {
      const found = keys.find((one) => one.name === name)
      assert.equal(found?.key, OTHER_KEYS[name] ?? 'tenant_id,id', name)
      if (!(name in OTHER_KEYS)) assert.equal(found?.first, 'id', name)
    }
  })

  test('tenant_id is stamped by default and never null', async ({ assert }) => {
    const columns = await rows<{ name: string; nullable: string; preset: string | null }>(
      `select table_name as name, is_nullable as nullable, column_default as preset from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id'`
    )
    for (const { name } of await tenantTables()) {
      if (name === 'tenants') continue
      const column = columns.find((one) => one.name === name)
      assert.equal(column?.nullable, 'NO', name)
      assert.include(column?.preset ?? '', 'app.tenant_id', name)
    }
  })

  test('a row cannot point at another tenant: foreign keys between tenant tables carry tenant_id', async ({
    assert,
  }) => {
    const names = new Set((await tenantTables()).map(({ name }) => name))
    const keys = await rows<{ child: string; parent: string; columns: string }>(
      `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
         (select string_agg(attname, ',' order by k.ord) from unnest(c.conkey) with ordinality k(num, ord)
           join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns
       from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    )
    for (const { child, parent, columns } of keys) {
      if (names.has(child) && names.has(parent) && parent !== 'tenants') {
        assert.match(columns, /^tenant_id,/, `${child} (${columns}) -> ${parent}`)
      }
    }
  })

  test('unique constraints begin with tenant_id, but for the named look-ups', async ({ assert }) => {
    const uniques = await rows<{ name: string; columns: string }>(
      `select c.relname as name,
         (select string_agg(a.attname, ',' order by k.ord) from unnest(i.indkey) with ordinality k(num, ord)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace`
    )
    const names = new Set((await tenantTables()).map(({ name }) => name))
    for (const { name, columns } of uniques.filter((one) => names.has(one.name))) {
      if (!LOOKUPS.includes(`${name}.${columns}`))
        assert.match(columns, /^tenant_id(,|$)/, `${name} (${columns})`)
    }
  })

  test('columns that lists filter and sort by are leakproof types: no numeric, no enum', async ({
    assert,
  }) => {
    const columns = await rows<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'public' and (data_type = 'numeric' or data_type = 'USER-DEFINED')`
    )
    assert.deepEqual(columns, [])
  })
})

test.group('Catalogue | models', () => {
  test('every generated model has id as its key', ({ assert }) => {
    for (const [name, model] of Object.entries(schema) as [string, typeof BaseModel][]) {
      model.boot()
      if (model.$hasColumn('id')) assert.equal(model.primaryKey, 'id', name)
      assert.equal(model.$hasColumn('id') ? model.$getColumn('id')!.isPrimary : true, true, name)
      if (model.$hasColumn('tenantId')) assert.isFalse(model.$getColumn('tenantId')!.isPrimary, name)
    }
  })
})

function appRole() {
  const { connectionString } = db.manager.get('app')!.config.connection as { connectionString: string }
  return decodeURIComponent(new URL(connectionString).username)
}
