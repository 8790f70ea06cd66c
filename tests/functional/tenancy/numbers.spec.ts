import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants } from '#app/platform/database/current'
import Lead from '#app/leads/lead'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import type { ApiClient } from '@japa/api-client'

const put = (client: ApiClient, company: Company, body: object, identity = company.admin.identity) =>
  client
    .put(company.path('/settings/numbers'))
    .json({ series: 'leads', prefix: 'L-', next: 5000, ...body })
    .header('accept', 'application/json')
    .loginAs(identity)
    .withCsrfToken()
    .redirects(0)

test.group('Numbers of leads and orders', () => {
  test('go on as the company chooses, and those that were given stay', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, path, admin } = company
    const before = await inside(() => receiveLead())
    ;(await put(client, company, {})).assertStatus(302)
    const [after, next] = await inside(async () => [await receiveLead(), await receiveLead()])
    assert.deepEqual([before.reference, after.reference, next.reference], ['1001', 'L-5000', 'L-5001'])
    await put(client, company, { prefix: '', next: 5002 })
    const kept = await inside(() => Lead.findOrFail(after.id))
    assert.equal(kept.reference, 'L-5000')
    const list = await client
      .get(path('/leads'))
      .qs({ search: 'L-5000' })
      .loginAs(admin.identity)
      .withInertia()
    const { leads } = list.inertiaProps as { leads: { reference: string; number: number }[] }
    assert.deepEqual(
      leads.map(({ reference, number }) => [reference, number]),
      [['L-5000', 5000]]
    )
    const page = await client.get(path('/settings/numbers')).loginAs(admin.identity).withInertia()
    page.assertInertiaComponent('tenancy/numbers/edit')
    assert.deepEqual(page.inertiaProps.rules as object[], [
      { series: 'leads', prefix: '', next: 5002 },
      { series: 'orders', prefix: '', next: 1001 },
    ])
    const [ruled] = await acrossTenants(() =>
      db
        .connection('system')
        .from('events')
        .where({ tenant_id: company.tenant.id, name: 'tenant.numbers_ruled', audited: true })
        .orderBy('id')
    )
    assert.deepInclude(ruled.data, { series: 'leads', prefix: 'L-', next: 5000 })
  })

  test('never go back to one that may be taken, and say which is the first free one', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await company.inside(async () => [await receiveLead(), await receiveLead()])
    const refused = await put(client, company, { next: 1002 })
    refused.assertStatus(422)
    assert.match(JSON.stringify(refused.body()), /Enter 1003 or a higher one/)
    for (const [wrong, words] of [
      [{ prefix: 'A2' }, /end with one that is no figure/],
      [{ prefix: '<b>' }, /letters, figures/],
      [{ prefix: 'ABCDEFGHIJ-' }, /at most 10 characters/],
      [{ next: 1.5 }, /whole number/],
      [{ next: 99_999_999_999 }, /from 1 to 999999999/],
      [{ series: 'customers' }, /series/],
    ] as const) {
      const answer = await put(client, company, wrong)
      answer.assertStatus(422)
      assert.match(JSON.stringify(answer.body()), words)
    }
    assert.equal((await company.inside(() => receiveLead())).reference, '1003')
  })

  test('are the administrator’s to choose', async ({ client }) => {
    const company = await makeCompany()
    const { identity } = await makeMember(company.tenant, 'supervisor')
    ;(await put(client, company, {}, identity)).assertStatus(403)
  })

  test('chosen while requests come in, give nobody a number twice', async ({ client, assert }) => {
    const company = await makeCompany()
    await Promise.all([
      ...Array.from({ length: 5 }, () => company.inside(() => receiveLead())),
      put(client, company, { prefix: '', next: 1003 }),
    ])
    const numbers = (await company.inside(() => Lead.all())).map(({ number }) => number)
    assert.lengthOf(new Set(numbers), 5)
  })
})
