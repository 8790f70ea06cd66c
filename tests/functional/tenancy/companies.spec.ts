import { test } from '@japa/runner'
import Tenant from '#app/tenancy/tenant'
import { Current, SYSTEM } from '#app/platform/database/current'
import { freeSlugFor, slugFrom } from '#app/tenancy/slug'
import { makeCompany, unique } from '#tests/factories'
import { eventsOf } from '#tests/lead_factories'

const roofing = (slug = unique('roof')) => ({
  name: 'Northside Roofing',
  slug,
  timeZone: 'Europe/Vienna',
  country: 'AT',
  currency: 'EUR',
})

test.group('A company', () => {
  test('is opened with its first event, and what was left out follows from the country', async ({
    assert,
  }) => {
    const tenant = await Tenant.open(
      { ...roofing(), brandColor: '#FFD400' },
      { kind: 'super_user', id: null, name: 'Root' }
    )
    assert.deepInclude(tenant.toJSON(), { state: 'active', locale: 'de-AT' })
    assert.notEqual(tenant.brandColor, '#ffd400')
    assert.equal((await Tenant.bySlug(tenant.slug))?.id, tenant.id)
    const events = await Current.run({ tenantId: tenant.id, actor: SYSTEM }, () => eventsOf(tenant))
    assert.deepEqual(events, [
      {
        name: 'tenant.created',
        data: { name: tenant.name, slug: tenant.slug, country: 'AT' },
        actor_kind: 'super_user',
      },
    ])
  })

  test('does not take the address of another', async ({ assert }) => {
    const { slug } = await Tenant.open(roofing())
    await assert.rejects(() => Tenant.open(roofing(slug)), /Another company/)
  })

  test('changes with one event that says what, and calmly not at all', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => (await Tenant.current()).change({ name: 'Renamed', phone: tenant.phone }))
    await inside(async () => (await Tenant.current()).change({ name: 'Renamed' }))
    assert.deepEqual(await inside(() => eventsOf(tenant)), [
      { name: 'tenant.updated', data: { changed: ['name'] }, actor_kind: 'system' },
    ])
  })

  test('is deactivated and reactivated, each once, with the reason on record', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    for (const verb of ['deactivate', 'deactivate', 'reactivate', 'reactivate'] as const) {
      await inside(async () => (await Tenant.current())[verb]('Contract ended'))
    }
    assert.deepEqual(
      (await inside(() => eventsOf(tenant))).map(({ name, data }) => [name, data]),
      [
        ['tenant.deactivated', { reason: 'Contract ended' }],
        ['tenant.reactivated', {}],
      ]
    )
  })

  test('shows its people a friendly page while it is deactivated', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    await inside(async () => (await Tenant.current()).deactivate('Contract ended'))
    const page = await client.get(path('/leads')).loginAs(admin.identity)
    page.assertStatus(403)
    assert.include(page.text(), 'This company is deactivated')
    const post = await client.post(path('/team/invitations')).json({}).loginAs(admin.identity).withCsrfToken()
    post.assertStatus(403)
    await inside(async () => (await Tenant.current()).reactivate())
    ;(await client.get(path('/leads')).loginAs(admin.identity)).assertStatus(200)
  })
})

test.group('The address of a company', () => {
  test('is made from its name', ({ assert }) => {
    assert.equal(slugFrom('Alba Elektro'), 'alba-elektro')
    assert.equal(slugFrom('Brightwater Plumbing & Heating'), 'brightwater-plumbing-and-heating')
    assert.equal(slugFrom('Müller & Söhne'), 'muller-and-sohne')
    for (const name of ['A', '株式会社', '--', 'x'.repeat(200), `${'ab '.repeat(60)}`]) {
      assert.match(slugFrom(name), /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/, name)
    }
  })

  test('gets a number where it is taken', async ({ assert }) => {
    assert.match(await freeSlugFor('New'), /^new-\d+$/)
    const name = unique('Twin')
    const first = await freeSlugFor(name)
    await Tenant.open(roofing(first))
    const second = await freeSlugFor(name)
    await Tenant.open(roofing(second))
    assert.deepEqual([second, await freeSlugFor(name)], [`${first}-2`, `${first}-3`])
  })
})
