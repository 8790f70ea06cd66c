import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import AccessToken from '#app/access_tokens/access_token'
import { bearerOf } from '#app/api/bearer'
import Tenant from '#app/tenancy/tenant'
import { makeCompany, makeMember } from '#tests/factories'
import Lead from '#app/leads/lead'
import type { Scope } from '#app/access_tokens/scopes'
import { receiveLead } from '#tests/lead_factories'
import { until } from '#tests/until'

const mint = async (company: Awaited<ReturnType<typeof makeCompany>>, expiresAt: DateTime | null = null) =>
  company.inside(() => AccessToken.mint(company.admin.user, 'Script', { expiresAt }))

const onlyToken = ({ inside, admin }: Awaited<ReturnType<typeof makeCompany>>) =>
  inside(() => AccessToken.findByOrFail('userId', admin.user.id))

test.group('An access token', () => {
  test('is made on a page that shows it once', async ({ client, assert }) => {
    const company = await makeCompany()
    const { path, admin } = company
    const answer = await client
      .post(path('/access_tokens'))
      .json({ name: 'Reporting', days: 90 })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    const cipher = answer.flashMessage('shownOnce')
    const page = await client
      .get(path('/access_tokens'))
      .withFlashMessages({ shownOnce: cipher })
      .loginAs(admin.identity)
      .withInertia()
    const secret = (page.body() as { flash: { shownOnce: string } }).flash.shownOnce
    assert.notInclude(cipher, secret)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
    assert.notInclude(JSON.stringify(page.inertiaProps), secret)
    const again = await client.get(path('/access_tokens')).loginAs(admin.identity).withInertia()
    assert.isNull((again.body() as { flash: { shownOnce: string | null } }).flash.shownOnce)
    const stored = await onlyToken(company)
    assert.notInclude(JSON.stringify(stored), secret)
    assert.closeTo(stored.expiresAt!.diff(DateTime.utc(), 'days').days, 90, 0.01)
  })

  test('belongs to its owner: colleagues neither see nor revoke it', async ({ client, assert }) => {
    const company = await makeCompany()
    await mint(company)
    const token = await onlyToken(company)
    const colleague = await makeMember(company.tenant, 'admin')
    const page = await client.get(company.path('/access_tokens')).loginAs(colleague.identity).withInertia()
    page.assertInertiaPropsContains({ tokens: [] })
    const answer = await client
      .delete(company.path(`/access_tokens/${token.id}`))
      .loginAs(colleague.identity)
      .withCsrfToken()
    answer.assertStatus(404)
    assert.isNull((await onlyToken(company)).revokedAt)
  })

  test('is refused from the moment it is revoked', async ({ client }) => {
    const company = await makeCompany()
    const secret = await mint(company)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
    const { id } = await onlyToken(company)
    await client
      .delete(company.path(`/access_tokens/${id}`))
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .redirects(0)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(401)
  })

  test('is refused after its end, and for words that are none, as a problem document', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const expired = await mint(company, DateTime.utc().minus({ seconds: 1 }))
    for (const header of [
      undefined,
      'Basic abc',
      'Bearer',
      'Bearer lk_short',
      `Bearer ${expired}`,
      `Bearer ${expired}x`,
    ]) {
      const request = client.get('/api/leads')
      if (header) request.header('authorization', header)
      const answer = await request
      answer.assertStatus(401)
      answer.assertHeader('www-authenticate', 'Bearer')
      assert.match(answer.header('content-type')!, /^application\/problem\+json/)
      assert.deepInclude(answer.body(), { status: 401, code: 'E_ACCESS_TOKEN_REFUSED' })
    }
  })

  test('opens nothing of a deactivated company, and works again afterwards', async ({ client }) => {
    const company = await makeCompany()
    const secret = await mint(company)
    await company.inside(async () => (await Tenant.current()).deactivate('Test'))
    const answer = await client.get('/api/leads').bearerToken(secret)
    answer.assertStatus(403)
    answer.assertBodyContains({ code: 'E_COMPANY_DEACTIVATED' })
    await company.inside(async () => (await Tenant.current()).reactivate())
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
  })

  test('does no more than its scopes say, and no more than its owner may', async ({ client, assert }) => {
    const { inside, admin, tenant } = await makeCompany()
    const narrowed = (scopes: Scope[], user = admin.user) =>
      inside(() => AccessToken.mint(user, 'Script', { scopes }))
    const assign = (secret: string, id: string) =>
      client.post(`/api/leads/${id}/assign`).json({ assigneeId: null }).bearerToken(secret)
    const { id } = await inside(() => receiveLead())
    const reader = await narrowed(['leads:read'])
    ;(await client.get('/api/leads').bearerToken(reader)).assertStatus(200)
    const refused = await assign(reader, id)
    refused.assertStatus(403)
    refused.assertBodyContains({ code: 'E_SCOPE_MISSING' })
    assert.include(refused.body().detail, 'leads:write')
    assert.equal(refused.header('www-authenticate'), 'Bearer error="insufficient_scope", scope="leads:write"')
    const writer = await narrowed(['leads:write'])
    ;(await client.get('/api/leads').bearerToken(writer)).assertStatus(200)
    ;(await assign(writer, id)).assertStatus(200)
    const elsewhere = await narrowed(['orders:write'])
    ;(await client.get('/api/leads').bearerToken(elsewhere)).assertStatus(403)
    const { user } = await makeMember(tenant, 'field_user')
    await inside(async () => (await Lead.findOrFail(id)).assign(user))
    ;(await assign(await narrowed(['leads:write'], user), id)).assertStatus(403)
  })

  test('dies with the login of its owner', async ({ client }) => {
    const company = await makeCompany()
    const secret = await mint(company)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
    await company.admin.identity.disable()
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(401)
  })

  test('finds its company and user with one query', async ({ assert }) => {
    const company = await makeCompany()
    const secret = await mint(company)
    const queries: string[] = []
    const count = ({ sql }: { sql: string }) => void (sql.includes('token_hash = ') && queries.push(sql))
    const system = db.connection('system').getReadClient()
    system.on('query', count)
    const { tenant, user } = await bearerOf(`Bearer ${secret}`)
    system.off('query', count)
    assert.deepEqual(
      [tenant.id, tenant.slug, tenant.isActive],
      [company.tenant.id, company.tenant.slug, true]
    )
    assert.deepEqual(
      [user.id, user.name, user.role],
      [company.admin.user.id, company.admin.user.name, 'admin']
    )
    assert.isTrue(DateTime.isDateTime(user.createdAt))
    assert.lengthOf(queries, 1)
  })

  test('remembers its last use, to the minute', async ({ client, assert }) => {
    const company = await makeCompany()
    const secret = await mint(company)
    const lastUse = async () => (await onlyToken(company)).lastUsedAt
    assert.isNull(await lastUse())
    await client.get('/api/leads').bearerToken(secret)
    await until(async () => (await lastUse()) !== null, { what: 'the first use is noted' })
    const first = await lastUse()
    await (await onlyToken(company)).noteUse()
    assert.equal((await lastUse())!.toMillis(), first!.toMillis())
    const token = await onlyToken(company)
    await company.inside(async () => {
      await AccessToken.query()
        .where('id', token.id)
        .update({ lastUsedAt: DateTime.utc().minus({ minutes: 2 }).toISO() })
    })
    await (await onlyToken(company)).noteUse()
    assert.isAtLeast((await lastUse())!.toMillis(), first!.toMillis())
  })
})
