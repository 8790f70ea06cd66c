import { test } from '@japa/runner'
import { SignJWT, generateKeyPair } from 'jose'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import Identity from '#app/identity/identity'
import { makeCompany, unique, type Company } from '#tests/factories'
import { connect, passIssuer, TestIssuer } from '#tests/test_issuer'
import { Visitor } from '#tests/visitor'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

let issuer: TestIssuer

const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`

/** A browser whose session the company's issuer has begun. */
async function arrive(company: Company) {
  const browser = new Visitor({ ip: someAddress() })
  const left = await browser.get(`/sso/${company.tenant.slug}`)
  const to = left.headers.get('x-inertia-location') ?? left.headers.get('location')!
  const { pathname, search } = await passIssuer(to)
  await browser.get(pathname + search)
  const isIn = async () => (await browser.get(company.path('/leads'))).status === 200
  return { browser, isIn }
}

async function companyAtIssuer() {
  const company = await makeCompany()
  const { address } = await connect(company, issuer.url, { defaultRole: 'agent' })
  issuer.claims.email = address()
  return company
}

test.group('Signing out, where the company’s issuer began the session', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('ends it here, and then at the issuer, which sends the person back', async ({ assert }) => {
    const company = await companyAtIssuer()
    const { browser, isIn } = await arrive(company)
    assert.isTrue(await isIn())
    const { sub } = issuer.claims
    const thief = browser.copy()
    const out = await browser.send('DELETE', '/session')
    const to = new URL(out.headers.get('x-inertia-location')!)
    assert.equal(to.origin + to.pathname, `${issuer.url}/endsession`)
    const query = Object.fromEntries(to.searchParams)
    assert.include(query, {
      post_logout_redirect_uri: `${process.env.APP_URL}/sso/signed_out`,
      client_id: 'latchkey',
    })
    const [, payload] = query.id_token_hint.split('.')
    assert.equal(JSON.parse(Buffer.from(payload, 'base64url').toString()).sub, sub)
    assert.isFalse(await isIn())
    assert.notEqual((await thief.get(company.path('/leads'))).status, 200)
    const back = new URL((await passIssuer(to.href)).href)
    assert.equal(back.searchParams.get('state'), query.state)
    const home = await browser.get(back.pathname + back.search)
    assert.equal(home.headers.get('location'), '/login')
    const page = JSON.stringify(await (await browser.get('/login')).json())
    assert.include(page, 'You are signed out, here and at your identity provider')
  })

  test('says so only to whoever comes back with the state of their own sign-out', async ({ assert }) => {
    const company = await companyAtIssuer()
    const { browser } = await arrive(company)
    await browser.send('DELETE', '/session')
    for (const path of ['/sso/signed_out', '/sso/signed_out?state=guessed']) {
      const answer = await browser.get(path)
      assert.equal(answer.headers.get('location'), '/login')
      assert.notInclude(JSON.stringify(await (await browser.get('/login')).json()), 'You are signed out')
    }
  })

  test('ends it here only, where the issuer has no such page, cannot be reached, or did not begin it', async ({
    assert,
  }) => {
    const company = await companyAtIssuer()
    for (const end of [undefined, 'javascript:alert(1)', 'not an address']) {
      issuer.describe({ end_session_endpoint: end })
      const { browser, isIn } = await arrive(company)
      const out = await browser.send('DELETE', '/session')
      assert.equal(out.headers.get('location'), '/login', String(end))
      assert.isFalse(await isIn())
    }
    issuer.describe({})
    const own = new Visitor({ ip: someAddress() })
    const { identity } = company.admin
    await own.send('POST', '/login', { email: identity.email, password: 'correct horse battery' })
    assert.equal((await own.send('DELETE', '/session')).headers.get('location'), '/login')
  })

  test('keeps the ID token where nobody who reads the database can read it', async ({ assert }) => {
    const company = await companyAtIssuer()
    await arrive(company)
    const identity = (await Identity.byEmail(issuer.claims.email as string))!
    const row = await db.connection('system').from('sessions').where('user_id', identity.id).firstOrFail()
    assert.isNotNull(row.sso_account_id)
    assert.notMatch(row.data, /eyJ[\w-]+\.eyJ[\w-]+\./)
  })
})

test.group('An issuer that says that somebody has signed out there', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  type Claims = Record<string, unknown>
  const tokenFor = (change: Claims = {}) =>
    issuer.accessToken(({ payload }) => {
      Object.assign(payload, {
        aud: 'latchkey',
        sub: issuer.claims.sub,
        jti: unique('jti'),
        events: { [EVENT]: {} },
        ...change,
      })
      for (const [name, value] of Object.entries(change)) if (value === undefined) delete payload[name]
    })
  const tell = (client: ApiClient, company: Company, token: string) =>
    client
      .post(`/sso/${company.tenant.slug}/logout`)
      .form({ logout_token: token })
      .header('accept', 'application/json')

  test('ends all sessions of the person that it began, and no other', async ({ client, assert }) => {
    const company = await companyAtIssuer()
    const [phone, desk] = [await arrive(company), await arrive(company)]
    const sub = issuer.claims.sub
    Object.assign(issuer.claims, { sub: unique('sub'), email: `second-${String(issuer.claims.email)}` })
    const colleague = await arrive(company)
    issuer.claims.sub = sub
    const answer = await tell(client, company, await tokenFor())
    answer.assertStatus(200)
    answer.assertHeader('cache-control', 'no-store')
    assert.isFalse(await phone.isIn())
    assert.isFalse(await desk.isIn())
    assert.isTrue(await colleague.isIn())
  })

  test('ends one session by its sid', async ({ client, assert }) => {
    const company = await companyAtIssuer()
    issuer.claims.sid = 'session-1'
    const first = await arrive(company)
    issuer.claims.sid = 'session-2'
    const second = await arrive(company)
    ;(await tell(client, company, await tokenFor({ sub: undefined, sid: 'session-1' }))).assertStatus(200)
    assert.isFalse(await first.isIn())
    assert.isTrue(await second.isIn())
  })

  test('is not believed with a token that is none, or not for this, and ends nothing', async ({
    client,
    assert,
  }) => {
    const other = await companyAtIssuer()
    const company = await companyAtIssuer()
    const seen = await arrive(company)
    const { privateKey } = await generateKeyPair('RS256')
    const forged = await new SignJWT({ sub: String(issuer.claims.sub), events: { [EVENT]: {} } })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer.url)
      .setAudience('latchkey')
      .setJti(unique('jti'))
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(privateKey)
    const past = Math.floor(Date.now() / 1000) - 900
    for (const [why, token] of Object.entries({
      'another key': forged,
      words: 'nonsense',
      'another audience': await tokenFor({ aud: 'somebody-else' }),
      'another issuer': await tokenFor({ iss: 'https://elsewhere.example' }),
      'an ID token': await tokenFor({ nonce: 'n' }),
      'no event': await tokenFor({ events: undefined }),
      'another event': await tokenFor({ events: { 'http://schemas.example/event/other': {} } }),
      'no jti': await tokenFor({ jti: undefined }),
      nobody: await tokenFor({ sub: undefined }),
      'long ago': await tokenFor({ iat: past, exp: past + 1800 }),
      expired: await tokenFor({ exp: past }),
    })) {
      const answer = await tell(client, company, token)
      answer.assertStatus(400)
      assert.isTrue(await seen.isIn(), why)
    }
    ;(await tell(client, other, await tokenFor())).assertStatus(200)
    assert.isTrue(await seen.isIn(), 'another company’s door')
    const once = await tokenFor({ sub: unique('nobody') })
    ;(await tell(client, company, once)).assertStatus(200)
    ;(await tell(client, company, once)).assertStatus(400)
    ;(await tell(client, await makeCompany(), await tokenFor())).assertStatus(404)
  })
})
