import { test } from '@japa/runner'
import { newId } from '#app/platform/ids'
import { Current, type Unit } from '#app/platform/database/current'
import { LeadStarted } from '#app/leads/lead_events'
import { TenantUpdated } from '#app/tenancy/tenant_events'
import { makeCompany, makeMember, makeSuperUser, unique } from '#tests/factories'

type Entry = { id: string; who: string; what: string; company: { slug: string } }

test.group('The log of the console', () => {
  test('tells what super users did in every company, and nothing of what members did', async ({
    client,
    assert,
  }) => {
    const root = await makeSuperUser()
    const name = unique('Root')
    const [one, other] = [await makeCompany(), await makeCompany()]
    const superUser = { kind: 'super_user' as const, id: root.id, name }
    const member = { kind: 'user' as const, id: one.admin.user.id, name: `Dana, by ${name} (support)` }
    const changeIn = ({ tenant }: typeof one, unit: Omit<Unit, 'tenantId'>) =>
      Current.run({ tenantId: tenant.id, ...unit }, () => TenantUpdated.record(tenant, { changed: ['name'] }))
    await changeIn(one, { actor: superUser })
    await changeIn(other, { actor: superUser })
    await other.as(other.admin, () => TenantUpdated.record(other.tenant, { changed: ['phone'] }))
    await Current.run({ tenantId: one.tenant.id, actor: member, impersonationId: newId() }, () =>
      LeadStarted.record({ id: newId() }, { number: 1, from: 'new' })
    )
    const page = await client.get('/console/log').loginAs(root).withInertia()
    page.assertStatus(200)
    const { entries } = page.inertiaProps as { entries: Entry[] }
    assert.deepEqual(
      entries
        .filter(({ who }) => who.includes(name))
        .map(({ who, what, company }) => [who, what, company.slug]),
      [
        [`Dana, by ${name} (support)`, 'started work on a request', one.tenant.slug],
        [`${name} (console)`, 'changed the name of the company', other.tenant.slug],
        [`${name} (console)`, 'changed the name of the company', one.tenant.slug],
      ]
    )
    assert.isEmpty(entries.filter(({ what }) => what.includes('phone')))
  })

  test('does not exist for anybody else', async ({ client }) => {
    const { tenant, admin } = await makeCompany()
    for (const { identity } of [admin, await makeMember(tenant, 'agent')]) {
      const answer = await client.get('/console/log').loginAs(identity).withInertia()
      answer.assertStatus(404)
    }
  })
})
