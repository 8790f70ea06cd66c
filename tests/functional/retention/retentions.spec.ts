import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import { acrossTenants } from '#app/platform/database/current'
import { EventChain } from '#app/platform/history/event_chain'
import { Retention } from '#app/platform/history/retention'
import Customer from '#app/customers/customer'
import RetentionRule from '#app/retention/retention_rule'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'

const at = '/settings/retention'
const visit = (client: ApiClient, { path }: Company, who: Member) =>
  client.get(path(at)).loginAs(who.identity).withInertia()
const rule = (client: ApiClient, { path }: Company, who: Member, body: object) =>
  client.put(path(at)).json(body).loginAs(who.identity).withCsrfToken().withInertia().redirects(0)

test.group('How long a company keeps its history', () => {
  test('is for ever, until somebody says otherwise for one kind', async ({ client, assert }) => {
    const company = await makeCompany()
    await rule(client, company, company.admin, { kind: 'work', months: 24 })
    const page = await visit(client, company, company.admin)
    assert.containSubset(page.inertiaProps, {
      rules: [
        { kind: 'work', months: 24 },
        { kind: 'access', months: null, minimum: 12 },
        { kind: 'mails', months: null },
      ],
      archives: [],
    })
    await rule(client, company, company.admin, { kind: 'work', months: null })
    const rules = await company.inside(() => RetentionRule.stated())
    assert.isNull(rules[0].months)
  })

  test('has a least time for each kind, said at the field', async ({ client, assert }) => {
    const company = await makeCompany()
    const refused = await rule(client, company, company.admin, { kind: 'access', months: 6 })
    const errors = refused.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.deepEqual(errors.months, ['Keep these for 12 months at least.'])
    const rules = await company.inside(() => RetentionRule.stated())
    assert.isNull(rules[1].months)
  })

  test('is decided by those who may change the settings', async ({ client }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    ;(await visit(client, company, agent)).assertStatus(403)
    ;(await rule(client, company, agent, { kind: 'work', months: 24 })).assertStatus(403)
  })

  test('shows the archives, which only somebody from whom nothing is kept can fetch', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await clock.during(DateTime.utc().minus({ months: 20 }), () =>
      company.inside(() => Customer.register({ name: 'Ann Smith', country: 'US' }))
    )
    await acrossTenants((trx) => trx.from('outbox').where('tenant_id', company.tenant.id).delete())
    await EventChain.extendToEnd()
    await company.inside(() => RetentionRule.state('work', 12))
    await Retention.enforce()
    const page = await visit(client, company, company.admin)
    const [archive] = page.inertiaProps.archives as { id: string; entries: number }[]
    assert.equal(archive.entries, 1)
    const fetch = (who: Member) =>
      client
        .get(company.path(`${at}/archives/${archive.id}`))
        .loginAs(who.identity)
        .redirects(0)
    const file = await fetch(company.admin)
    file.assertStatus(200)
    file.assertHeader('content-type', 'application/gzip')
    const blind = await makeMemberWith(company, 'admin', { fields: { customers: { phone: 'none' } } })
    ;(await fetch(blind)).assertStatus(403)
    assert.notEqual((await fetch(company.admin).withSession({ provenAt: 0 })).status(), 200)

    await drive.use().deleteAll(`archives/${company.tenant.id}`)
    ;(await fetch(company.admin)).assertStatus(404)
  })
})
