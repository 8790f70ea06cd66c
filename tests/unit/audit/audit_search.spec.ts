import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Current, SYSTEM } from '#app/platform/database/current'
import AuditSearch, { type AuditFilters } from '#app/audit/audit_search'
import { newId } from '#app/platform/ids'
import { makeCompany, makeMember } from '#tests/factories'

/** Pages of 8 KB that a search may touch, however long the history is. */
const FLAT = 200
const HISTORY = Number(process.env.AUDIT_HISTORY ?? 30_000)

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }

// Nine of ten events are ordinary work; one person, one address and one visit stand at the far end of the history.
async function seed(tenantId: string, ids: { busy: string; rare: string; visit: string }) {
  const insert = (count: number, minutesAgo: number, columns: Record<string, string>) =>
    db.connection('owner').rawQuery(
      `insert into events (id, tenant_id, seq, name, version, occurred_at, actor_kind, actor_id, subject_type, subject_id,
         audited, ip, impersonation_id)
       select (lpad(to_hex(floor(extract(epoch from now()) * 1000)::bigint - ${minutesAgo * 60_000} - n), 12, '0')
           || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
         :tenantId, n, ${columns.name}, 1, now(), 'user', ${columns.actor}, 'user', ${columns.subject}, ${columns.audited},
         ${columns.ip}, ${columns.visit ?? 'null'}
       from generate_series(1, ${count}) as n`,
      { tenantId, ...ids }
    )
  await insert(HISTORY * 0.9, 0, {
    name: `'lead.started'`,
    actor: 'cast(:busy as uuid)',
    subject: 'gen_random_uuid()',
    audited: 'false',
    ip: 'null',
  })
  await insert(HISTORY * 0.1, 1_000, {
    name: `(array['user.signed_in', 'user.updated', 'tenant.updated'])[1 + n % 3]`,
    actor: 'cast(:busy as uuid)',
    subject: 'cast(:busy as uuid)',
    audited: 'true',
    ip: `'203.0.113.1'`,
  })
  await insert(3, 2_000, {
    name: `(array['access_token.created', 'audit.exported', 'user.deactivated'])[n]`,
    actor: 'cast(:rare as uuid)',
    subject: 'gen_random_uuid()',
    audited: 'true',
    ip: `'203.0.113.99'`,
    visit: 'cast(:visit as uuid)',
  })
  await db.connection('owner').rawQuery('analyze events')
}

test.group('Searching the audit log', () => {
  test('touches as little of a long history as of a short one, whatever is asked', async ({ assert }) => {
    const { tenant, admin, inside } = await makeCompany()
    const rare = (await makeMember(tenant, 'agent')).user.id
    await seed(tenant.id, { busy: admin.user.id, rare, visit: newId() })
    const cases: [AuditFilters, number][] = [
      [{}, 51],
      [{ category: 'people' }, 51],
      [{ category: 'tokens' }, 1],
      [{ category: 'single_sign_on' }, 0],
      [{ failed: true }, 0],
      [{ person: admin.user.id }, 51],
      [{ person: rare }, 3],
      [{ person: rare, category: 'exports' }, 1],
      [{ ip: '203.0.113.99' }, 3],
      [{ ip: '198.51.100.1' }, 0],
      [{ impersonated: true }, 3],
      [{ impersonated: true, category: 'tokens' }, 1],
      [{ person: rare, ip: '203.0.113.99', failed: true }, 0],
    ]
    for (const [filters, count] of cases) {
      const search = new AuditSearch(tenant, filters)
      assert.lengthOf(await inside(() => search.before(undefined, 51)), count, JSON.stringify(filters))
      const touched = await Current.run({ tenantId: tenant.id, actor: SYSTEM }, () => blocksOf(search))
      if (process.env.AUDIT_HISTORY) process.stdout.write(`${JSON.stringify(filters)}: ${touched} blocks\n`)
      assert.isBelow(touched, FLAT, JSON.stringify(filters))
    }
  }).timeout(120_000)
})

async function blocksOf(search: AuditSearch) {
  const { sql, values } = search.statement(undefined, 51)
  const explained = await db.rawQuery<{ rows: { 'QUERY PLAN': { Plan: Plan }[] }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    values
  )
  const { Plan: plan } = explained.rows[0]['QUERY PLAN'][0]
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}
