import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import db from '@adonisjs/lucid/services/db'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { Current, SYSTEM } from '#app/platform/database/current'
import { makeCompany, makeMember, makeSuperUser, unique } from '#tests/factories'
import { formErrors } from '#tests/form_errors'
import { eventsOf, receiveLead } from '#tests/lead_factories'

const draft = (slug = unique('new')) => ({
  name: 'Northside Roofing',
  slug,
  timeZone: 'America/Toronto',
  country: 'CA',
  currency: 'CAD',
  locale: 'en-CA',
  brandColor: '#1d4ed8',
  phone: '(416) 555-0100',
  email: null,
  website: null,
})

const deactivation = { reason: 'Contract ended' }

test.group('The console', () => {
  test('is not there for anybody but super users', async ({ client }) => {
    const { tenant, admin } = await makeCompany()
    const company = `/console/companies/${tenant.slug}`
    const id = randomUUID()
    for (const [verb, address] of [
      ['get', '/console'],
      ['get', '/console/companies'],
      ['get', '/console/companies/new'],
      ['post', '/console/companies'],
      ['get', company],
      ['get', `${company}/edit`],
      ['put', company],
      ['post', `${company}/logo`],
      ['delete', `${company}/logo`],
      ['post', `${company}/deactivation`],
      ['delete', `${company}/deactivation`],
      ['post', `${company}/invitations`],
      ['delete', `${company}/invitations/${id}`],
      ['post', `${company}/invitations/${id}/resends`],
      ['post', `${company}/invitations/${id}/links`],
      ['get', `${company}/deliveries/${id}`],
    ] as const) {
      const request = verb === 'get' ? client.get(address) : client[verb](address).json(deactivation)
      const answer = await request.loginAs(admin.identity).withCsrfToken().redirects(0)
      answer.assertStatus(404)
    }
    ;(await client.get(company).redirects(0)).assertHeader('location', '/login')
  })

  test('does not open the pages of a company to a super user who is not on its team', async ({ client }) => {
    const { path } = await makeCompany()
    ;(await client.get(path('/leads')).loginAs(await makeSuperUser())).assertStatus(404)
  })
})

test.group('The list of companies', () => {
  test('shows each with its size, newest first, and finds by name and address', async ({
    client,
    assert,
  }) => {
    const root = await makeSuperUser()
    const older = await makeCompany()
    const newer = await makeCompany({ name: unique('Zebra') })
    await makeMember(newer.tenant, 'agent')
    const gone = await makeMember(newer.tenant, 'agent')
    await newer.inside(async () => {
      await gone.user.deactivate()
      await receiveLead()
    })
    const rows = async (query: Record<string, string>) => {
      const page = await client.get('/console/companies').qs(query).loginAs(root).withInertia()
      page.assertInertiaComponent('console/companies/index')
      return (
        page.inertiaProps as { companies: { slug: string; users: string; leads: string; state: string }[] }
      ).companies
    }
    const slugs = (await rows({})).map(({ slug }) => slug)
    assert.isBelow(slugs.indexOf(newer.tenant.slug), slugs.indexOf(older.tenant.slug))
    const [zebra, ...others] = await rows({ search: newer.tenant.name.toUpperCase() })
    assert.isEmpty(others)
    assert.deepInclude(zebra, { slug: newer.tenant.slug, users: '2', leads: '1', state: 'active' })
    assert.lengthOf(await rows({ search: older.tenant.slug }), 1)
    assert.isEmpty(await rows({ search: '%' }))
    assert.isEmpty(await rows({ search: newer.tenant.name, state: 'deactivated' }))
  })

  test('goes on page by page and misses none', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const name = unique('Paged')
    const made = new Set<string>()
    for (let count = 0; count < 27; count++) made.add((await Tenant.open({ ...draft(), name })).slug)
    const pageOf = async (after?: string) => {
      const page = await client
        .get('/console/companies')
        .qs({ search: name, ...(after && { after }) })
        .loginAs(root)
        .withInertia()
      return page.inertiaProps as {
        companies: { slug: string }[]
        meta: { nextCursor: string | null; count: string }
      }
    }
    const first = await pageOf()
    const second = await pageOf(first.meta.nextCursor!)
    assert.deepEqual(
      [first.companies.length, second.companies.length, first.meta.count, second.meta.nextCursor],
      [25, 2, '27', null]
    )
    assert.sameMembers(
      [...first.companies, ...second.companies].map(({ slug }) => slug),
      [...made]
    )
  })
})

test.group('A new company', () => {
  test('gets its address suggested from its name, and hears whether another is free', async ({ client }) => {
    const root = await makeSuperUser()
    const { slug } = await Tenant.open(draft())
    const ask = (query: object) => client.get('/console/companies/new').qs(query).loginAs(root).withInertia()
    ;(await ask({ name: slug })).assertInertiaPropsContains({ suggestion: `${slug}-2` })
    ;(await ask({ slug })).assertInertiaPropsContains({ isSlugFree: false })
    ;(await ask({ slug: `${slug}-9` })).assertInertiaPropsContains({ isSlugFree: true })
  })

  test('is created with its logo, and the super user stands in its history', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { phone, slug, ...plain } = draft()
    const logo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const answer = await client
      .post('/console/companies')
      .fields({ ...plain, slug, phone, email: '', website: '' })
      .file('logo', logo, { filename: 'logo.png', contentType: 'image/png' })
      .loginAs(root)
      .withCsrfToken()
      .redirects(0)
    answer.assertHeader('location', `/console/companies/${slug}`)
    const tenant = (await Tenant.bySlug(slug))!
    assert.deepInclude(tenant.toJSON(), { ...plain, phone: '+14165550100', state: 'active' })
    ;(await client.get(tenant.logoUrl!)).assertStatus(200)
    const [created] = await Current.run({ tenantId: tenant.id, actor: SYSTEM }, () => eventsOf(tenant))
    assert.deepInclude(created, { name: 'tenant.created', actor_kind: 'super_user' })
    const [{ actor_id: actorId }] = await db
      .connection('system')
      .from('events')
      .where('subject_id', tenant.id)
      .select('actor_id')
    assert.equal(actorId, root.id)
  })

  test('is not created with a taken address or a logo that is none', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { slug } = await Tenant.open(draft())
    const post = (body: object) =>
      client
        .post('/console/companies')
        .header('accept', 'text/html')
        .loginAs(root)
        .withCsrfToken()
        .redirects(0)
        .json(body)
    const taken = await post(draft(slug))
    assert.match(formErrors(taken).slug[0], /Another company/)
    for (const bad of ['-a', 'a', 'a b', 'a/b', 'x'.repeat(41), 'ä', 'new']) {
      assert.property(formErrors(await post(draft(bad))), 'slug', bad)
    }
    const { phone, slug: free, ...plain } = draft()
    const ruined = await client
      .post('/console/companies')
      .fields({ ...plain, slug: free, phone, email: '', website: '' })
      .file('logo', Buffer.from('<svg/>'), { filename: 'logo.png', contentType: 'image/png' })
      .header('accept', 'text/html')
      .loginAs(root)
      .withCsrfToken()
      .redirects(0)
    assert.property(formErrors(ruined), 'logo')
    assert.isNull(await Tenant.bySlug(free))
  })
})

test.group('One company', () => {
  test('shows its people and history, none of its work', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { tenant, admin, inside } = await makeCompany()
    await inside(() => receiveLead({ summary: 'Private matter' }))
    const page = await client.get(`/console/companies/${tenant.slug}`).loginAs(root).withInertia()
    page.assertInertiaComponent('console/companies/show')
    page.assertInertiaPropsContains({
      detail: { slug: tenant.slug },
      reach: { users: 1, codes: 0, tokens: 0 },
    })
    const { admins } = page.inertiaProps as { admins: { id: string }[] }
    assert.deepEqual(
      admins.map(({ id }) => id),
      [admin.user.id]
    )
    assert.notInclude(JSON.stringify(page.inertiaProps), 'Private matter')
  })

  test('is edited', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { tenant, inside } = await makeCompany()
    const { slug, ...changes } = draft()
    await client
      .put(`/console/companies/${tenant.slug}`)
      .json({ ...changes, slug })
      .loginAs(root)
      .withCsrfToken()
      .redirects(0)
    const saved = (await Tenant.bySlug(tenant.slug))!
    assert.deepEqual([saved.name, saved.slug, saved.currency], [changes.name, tenant.slug, 'CAD'])
    const [event] = await inside(() => eventsOf(tenant))
    assert.deepInclude(event, { name: 'tenant.updated', actor_kind: 'super_user' })
  })

  test('has as many turns at a time as the operator says, and cannot say so itself', async ({
    client,
    assert,
  }) => {
    const { tenant, path, admin } = await makeCompany()
    const { slug: _, ...own } = draft(tenant.slug)
    const save = (turnWeight: unknown) =>
      client
        .put(`/console/companies/${tenant.slug}`)
        .json({ ...own, turnWeight })
        .withCsrfToken()
        .redirects(0)
    const weight = async () => (await Tenant.bySlug(tenant.slug))!.turnWeight
    await save(3).loginAs(await makeSuperUser())
    assert.equal(await weight(), 3)
    const tooMuch = await save(11)
      .header('accept', 'text/html')
      .loginAs(await makeSuperUser())
    assert.property(formErrors(tooMuch), 'turnWeight')
    await client
      .put(path('/settings'))
      .json({ ...own, turnWeight: 9 })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    assert.equal(await weight(), 3)
  })

  test('is deactivated with a reason and works again as before after reactivation', async ({
    client,
    assert,
  }) => {
    const root = await makeSuperUser()
    const { tenant, path, admin, inside } = await makeCompany()
    const address = `/console/companies/${tenant.slug}/deactivation`
    const without = await client
      .post(address)
      .json({ reason: ' ' })
      .header('accept', 'text/html')
      .loginAs(root)
      .withCsrfToken()
      .redirects(0)
    assert.property(formErrors(without), 'reason')
    await client.post(address).json(deactivation).loginAs(root).withCsrfToken().redirects(0)
    ;(await client.get(path('/leads')).loginAs(admin.identity)).assertStatus(403)
    const page = await client.get(`/console/companies/${tenant.slug}`).loginAs(root).withInertia()
    const { history } = page.inertiaProps as { history: { who: string; what: string }[] }
    assert.deepInclude(history[0], {
      who: `${root.name} (console)`,
      what: 'deactivated the company: Contract ended',
    })
    await client.delete(address).loginAs(root).withCsrfToken().redirects(0)
    ;(await client.get(path('/leads')).loginAs(admin.identity)).assertStatus(200)
    await inside(async () => assert.isTrue((await User.findOrFail(admin.user.id)).isActive))
  })
})
