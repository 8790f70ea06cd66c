import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import Tenant from '#app/tenancy/tenant'
import SsoDomain from '#app/single_sign_on/sso_domain'
import User from '#app/identity/user'
import RefreshToken from '#app/access_tokens/refresh_token'
import AccessToken from '#app/access_tokens/access_token'
import TokenFamily from '#app/access_tokens/token_family'
import { makeCompany, makeMember, PASSWORD, type Company } from '#tests/factories'

type Pair = { accessToken: string; refreshToken: string; expiresIn: number; tokenType: string }

const signIn = async (client: ApiClient, { admin }: Company, more = {}) =>
  client.post('/api/auth/login').json({ email: admin.identity.email, password: PASSWORD, ...more })
const pairOf = async (client: ApiClient, company: Company): Promise<Pair> =>
  (await signIn(client, company)).body().data
const renew = (client: ApiClient, refreshToken: string) =>
  client.post('/api/auth/refresh').json({ refreshToken })
const statusOf = async (client: ApiClient, { accessToken }: Pair) =>
  (await client.get('/api/leads').bearerToken(accessToken)).status()
const endings = async ({ inside, admin }: Company) =>
  inside(async () =>
    (await db.from('events').where('name', 'token_family.ended').orderBy('id')).map(({ data }) => data)
  ).then((all) => all.filter(({ userId }) => userId === admin.user.id).map(({ reason }) => reason))

test.group('A program that signs in over the API', () => {
  test('gets a short-lived access token and a refresh token; of both only hashes are stored', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const answer = await signIn(client, company)
    answer.assertStatus(200)
    answer.assertHeader('cache-control', 'no-store')
    const pair: Pair = answer.body().data
    assert.deepInclude(pair, { tokenType: 'Bearer', expiresIn: 900 })
    assert.equal(await statusOf(client, pair), 200)
    const stored = await company.inside(async () => [
      await AccessToken.query().where('kind', 'session'),
      await RefreshToken.all(),
    ])
    const { inside } = company
    const events = await inside(() => db.from('events').select('data'))
    assert.lengthOf(stored.flat(), 2)
    for (const secret of [pair.accessToken, pair.refreshToken])
      assert.notInclude(JSON.stringify([stored, events]), secret)
    const end = stored[0][0].expiresAt as DateTime
    assert.closeTo(end.diffNow('minutes').minutes, 15, 1)
  })

  test('is refused with a wrong password as a person is, and held back by the same limit', async ({
    client,
  }) => {
    const company = await makeCompany()
    const wrong = await signIn(client, company, { password: 'wrong' })
    wrong.assertStatus(401)
    wrong.assertBodyContains({ code: 'E_WRONG_CREDENTIALS' })
    for (let attempt = 0; attempt < 9; attempt++) await signIn(client, company, { password: 'wrong' })
    const held = await signIn(client, company)
    held.assertStatus(429)
    held.assertBodyContains({ code: 'E_TOO_MANY_ATTEMPTS' })
  })

  test('says which company it means when the person has several', async ({ client, assert }) => {
    const [one, other] = [await makeCompany(), await makeCompany()]
    await other.inside(() => User.join(one.admin.identity, { name: 'Both', role: 'agent' }))
    const unclear = await signIn(client, one)
    unclear.assertStatus(422)
    unclear.assertBodyContains({ code: 'E_COMPANY_UNCLEAR', errors: [{ pointer: '#/company' }] })
    assert.include(unclear.body().detail, other.tenant.slug)
    const chosen = await signIn(client, one, { company: other.tenant.slug })
    chosen.assertStatus(200)
    assert.equal((await other.inside(() => RefreshToken.all())).length, 1)
    assert.equal((await one.inside(() => RefreshToken.all())).length, 0)
    const stranger = await makeCompany()
    const refused = await signIn(client, one, { company: stranger.tenant.slug })
    refused.assertStatus(403)
    refused.assertBodyContains({ code: 'E_NO_COMPANY' })
    await other.inside(async () => (await Tenant.current()).deactivate('Test'))
    ;(await signIn(client, one, { company: other.tenant.slug })).assertStatus(403)
  })

  test('is refused where the company sends this member through its own issuer', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const before = await pairOf(client, company)
    await company.inside(async () => {
      const domain = company.admin.identity.email.split('@')[1]
      await SsoDomain.create({ domain, token: 'test', verifiedAt: DateTime.utc() })
      await (await Tenant.current()).merge({ requiresSingleSignOn: true }).save()
    })
    for (const answer of [await signIn(client, company), await renew(client, before.refreshToken)]) {
      answer.assertStatus(401)
      answer.assertBodyContains({ code: 'E_SSO_REQUIRED' })
    }
    assert.equal(await statusOf(client, before), 401)
    await company.inside(() => SsoDomain.query().delete())
    assert.equal(await statusOf(client, before), 200)
    ;(await signIn(client, company)).assertStatus(200)
  })

  test('gets the next pair for its refresh token, which is spent with it', async ({ client, assert }) => {
    const company = await makeCompany()
    const first = await pairOf(client, company)
    const answer = await renew(client, first.refreshToken)
    answer.assertStatus(200)
    const second: Pair = answer.body().data
    assert.notEqual(second.refreshToken, first.refreshToken)
    assert.equal(await statusOf(client, second), 200)
    assert.deepEqual(await endings(company), [])
  })

  test('loses everything when a refresh token is used twice', async ({ client, assert }) => {
    const company = await makeCompany()
    const bystander = await pairOf(client, company)
    const first = await pairOf(client, company)
    const second: Pair = (await renew(client, first.refreshToken)).body().data
    const reused = await renew(client, first.refreshToken)
    reused.assertStatus(401)
    reused.assertBodyContains({ code: 'E_REFRESH_TOKEN_REUSED' })
    assert.deepEqual([await statusOf(client, first), await statusOf(client, second)], [401, 401])
    ;(await renew(client, second.refreshToken)).assertStatus(401)
    assert.equal(await statusOf(client, bystander), 200)
    assert.deepEqual(await endings(company), ['reuse'])
  })

  test('cannot have two pairs for one refresh token, however close together it asks', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { refreshToken } = await pairOf(client, company)
    const answers = await Promise.all([1, 2, 3, 4].map(() => renew(client, refreshToken)))
    const won = answers.filter((answer) => answer.status() === 200)
    assert.lengthOf(won, 1)
    assert.equal(await statusOf(client, won[0].body().data), 401)
  })

  test('is out at once when it signs out, with its refresh token', async ({ client, assert }) => {
    const company = await makeCompany()
    const pair = await pairOf(client, company)
    ;(await client.post('/api/auth/logout').bearerToken(pair.accessToken)).assertStatus(204)
    assert.equal(await statusOf(client, pair), 401)
    ;(await renew(client, pair.refreshToken)).assertStatus(401)
    ;(await client.post('/api/auth/logout').bearerToken(pair.accessToken)).assertStatus(401)
    assert.deepEqual(await endings(company), ['logout'])
  })

  test('is refused for an idle, unknown or misspelt refresh token', async ({ client }) => {
    const company = await makeCompany()
    const { refreshToken } = await pairOf(client, company)
    await company.inside(() =>
      RefreshToken.query().update({ expiresAt: DateTime.utc().minus({ seconds: 1 }).toISO() })
    )
    for (const secret of [refreshToken, 'lkr_unknown', 'x']) {
      const answer = await renew(client, secret)
      answer.assertStatus(401)
      answer.assertBodyContains({ code: 'E_REFRESH_TOKEN_REFUSED' })
    }
  })

  test('ends with the membership, and with everything of the person', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, tenant, admin } = company
    const pair = await pairOf(client, company)
    await TokenFamily.endAllOf(admin.identity)
    assert.equal(await statusOf(client, pair), 401)
    ;(await renew(client, pair.refreshToken)).assertStatus(401)
    const again = await pairOf(client, company)
    await makeMember(tenant, 'admin')
    await inside(async () => {
      const user = await User.findOrFail(admin.user.id)
      await user.deactivate()
      await user.reactivate()
    })
    assert.equal(await statusOf(client, again), 401)
    ;(await renew(client, again.refreshToken)).assertStatus(401)
  })
})
