import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { acrossTenants } from '#app/platform/database/current'
import { EventChain } from '#app/platform/history/event_chain'
import { Retention } from '#app/platform/history/retention'
import Customer from '#app/customers/customer'
import RetentionRule from '#app/retention/retention_rule'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, type Company, type Member } from '#tests/factories'

const fetchAs = (client: ApiClient, { path }: Company, who: Member) =>
  client.get(path('/settings/retention/history')).loginAs(who.identity).redirects(0)

/** One old customer, whose events are archived, and one of today. */
async function makeHistory() {
  const company = await makeCompany()
  const register = (name: string) => company.inside(() => Customer.register({ name, country: 'US' }))
  await clock.during(DateTime.utc().minus({ months: 20 }), () => register('Ann Archived'))
  await register('Ben Present')
  await acrossTenants((trx) => trx.from('outbox').where('tenant_id', company.tenant.id).delete())
  await EventChain.extendToEnd()
  await company.inside(() => RetentionRule.state('work', 12))
  await Retention.enforce()
  return company
}

test.group('The history of a company as a file', () => {
  test('holds all of it with its archives, proves itself, and stands in the audit log', async ({
    client,
    assert,
    cleanup,
  }) => {
    const [company, other] = [await makeHistory(), await makeHistory()]
    const answer = await fetchAs(client, company, company.admin)
    answer.assertStatus(200)
    assert.match(answer.header('content-disposition')!, /history-[\w-]+\.tar\.gz"$/)
    const folder = mkdtempSync(join(tmpdir(), 'history-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'all.tar.gz'), answer.body() as Buffer)
    const packed = spawnSync('tar', ['-xzf', 'all.tar.gz', '--strip-components=1'], { cwd: folder })
    assert.equal(packed.status, 0, String(packed.stderr))
    const checked = spawnSync(process.execPath, ['verify.mjs'], { cwd: folder, encoding: 'utf8', env: {} })
    assert.match(checked.stdout + checked.stderr, /^\d+ events hold, 0 of them erased/)
    assert.lengthOf(readdirSync(join(folder, 'archives')), 1)
    const said = readFileSync(join(folder, 'events-000000000001.ndjson'), 'utf8')
    assert.include(said, company.tenant.id)
    assert.notInclude(said, other.tenant.id)
    const told = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: company.tenant.id, name: 'history.exported', audited: true })
    assert.lengthOf(told, 1)
    assert.equal(told[0].actor_id, company.admin.user.id)
  })

  test('asks again who is there, and is only for somebody from whom nothing is kept', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const late = await fetchAs(client, company, company.admin).withSession({ provenAt: 0 })
    assert.notEqual(late.status(), 200)
    const blind = await makeMemberWith(company, 'admin', { fields: { customers: { phone: 'none' } } })
    ;(await fetchAs(client, company, blind)).assertStatus(403)
    const told = db.connection('system').from('events').where('name', 'history.exported')
    assert.isEmpty(await told.where('tenant_id', company.tenant.id))
  })
})
