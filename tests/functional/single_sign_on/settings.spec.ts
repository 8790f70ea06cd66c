import { test } from '@japa/runner'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import type Identity from '#app/identity/identity'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import Tenant from '#app/tenancy/tenant'
import TwoFactor from '#app/two_factor/two_factor'
import { Totp } from '#app/two_factor/totp'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import ScimToken from '#app/single_sign_on/scim_token'
import { answerTextRecords } from '#app/single_sign_on/text_records'
import { formErrors } from '#tests/form_errors'
import { handOver } from '#tests/hand_over'
import { makeCompany, makeMember, unique, type Company, type Member } from '#tests/factories'
import { connect, SETTINGS, TestIssuer, walk } from '#tests/test_issuer'

let issuer: TestIssuer

const here = '/settings/single_sign_on'

function send(
  client: ApiClient,
  company: Company,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object = {},
  as: Member = company.admin
) {
  return client
    .request(company.path(here + path), method)
    .json(body)
    .header('accept', 'text/html')
    .header('referer', company.path(here))
    .loginAs(as.identity)
    .withSession({ provenAt: Date.now() })
    .withCsrfToken()
    .redirects(0)
}

test.group('Setting up single sign-on', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('keeps a connection whose issuer answers, and never shows its secret again', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const settings = { ...SETTINGS, issuer: `${issuer.url}/` }
    const answer = await send(client, company, 'PUT', '', settings)
    answer.assertStatus(302)
    assert.notProperty(answer.flashMessages(), 'inputErrorsBag')
    const connection = await company.inside(() => SsoConnection.firstOrFail())
    assert.equal(connection.issuer, issuer.url, 'as the issuer itself writes it')
    const page = await client.get(company.path(here)).loginAs(company.admin.identity).withInertia()
    page.assertInertiaComponent('single_sign_on/connections/index')
    assert.notInclude(JSON.stringify(page.body()), SETTINGS.clientSecret!)
    assert.notInclude(JSON.stringify(page.body()), connection.clientSecret!)
    page.assertInertiaPropsContains({ connection: { hasSecret: true, clientId: 'latchkey' } })
    const { clientSecret: _, ...rest } = settings
    await send(client, company, 'PUT', '', { ...rest, clientId: 'another' })
    const changed = await company.inside(() => SsoConnection.firstOrFail())
    assert.equal(changed.clientId, 'another')
    assert.equal(changed.secret, SETTINGS.clientSecret)
  })

  test('says what is wrong with an issuer, and keeps nothing of it', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const [address, words] of [
      ['https://127.0.0.1/', /private network/],
      ['http://example.com', /https/],
      [`${issuer.url}/realms/none`, /discovery document/],
    ] as const) {
      const answer = await send(client, company, 'PUT', '', { ...SETTINGS, issuer: address })
      assert.match(formErrors(answer).issuer[0], words)
    }
    for (const wrong of [
      { issuer: 'javascript:alert(1)' },
      { issuer: 'file:///etc/passwd' },
      { scopes: 'email' },
      { apiAudience: SETTINGS.clientId },
      { roleMap: [{ value: 'x', role: 'root' }] },
    ]) {
      const answer = await send(client, company, 'PUT', '', { ...SETTINGS, issuer: issuer.url, ...wrong })
      assert.isNotEmpty(formErrors(answer), JSON.stringify(wrong))
    }
    assert.isNull(await company.inside(() => SsoConnection.first()))
  })

  test('is the administrators’, who have shown a credential lately', async ({ client, assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    ;(await send(client, company, 'POST', '/scim_tokens', { name: 'x' }, agent)).assertStatus(403)
    const stale = await client
      .post(company.path(`${here}/scim_tokens`))
      .json({ name: 'x' })
      .header('accept', 'text/html')
      .loginAs(company.admin.identity)
      .withSession({ provenAt: 0 })
      .withCsrfToken()
      .redirects(0)
    stale.assertHeader('location', '/confirmation')
    assert.isEmpty(await company.inside(() => ScimToken.query()))
  })

  test('gives the directory’s token once', async ({ client }) => {
    const company = await makeCompany()
    const answer = await send(client, company, 'POST', '/scim_tokens', { name: 'Okta' })
    const page = await client
      .get(company.path(here))
      .withFlashMessages({ shownOnce: answer.flashMessage('shownOnce') })
      .loginAs(company.admin.identity)
      .withInertia()
    const { shownOnce } = (page.body() as { flash: { shownOnce: string } }).flash
    ;(await client.get('/scim/v2/Users').bearerToken(shownOnce)).assertStatus(200)
    const { id } = await company.inside(() => ScimToken.firstOrFail())
    await send(client, company, 'DELETE', `/scim_tokens/${id}`)
    ;(await client.get('/scim/v2/Users').bearerToken(shownOnce)).assertStatus(401)
  })
})

test.group('Proving a domain', () => {
  test('takes the TXT record with the company’s own word, and nothing else', async ({ client, assert }) => {
    const company = await makeCompany()
    const domain = `${unique('d')}.example`
    await send(client, company, 'POST', '/domains', { domain: domain.toUpperCase() })
    const added = await company.inside(() => SsoDomain.firstOrFail())
    assert.equal(added.domain, domain)
    const check = () => send(client, company, 'POST', `/domains/${added.id}/checks`)
    const isProved = () => company.inside(async () => (await SsoDomain.firstOrFail()).isVerified)
    const asked: string[] = []
    for (const records of [[], ['latchkey-another'], [`${added.token}x`], [`x${added.token}`]]) {
      answerTextRecords(async (name) => {
        asked.push(name)
        return records.map((one) => [one])
      })
      await check()
      assert.isFalse(await isProved())
    }
    assert.deepEqual(new Set(asked), new Set([`_latchkey.${domain}`]))
    answerTextRecords(async () => [['other'], [added.token.slice(0, 9), added.token.slice(9)]])
    await check()
    assert.isTrue(await isProved())
    answerTextRecords()
  })

  test('is once for all companies', async ({ client, assert }) => {
    const [first, second] = [await makeCompany(), await makeCompany()]
    const domain = `${unique('d')}.example`
    for (const company of [first, second]) await send(client, company, 'POST', '/domains', { domain })
    answerTextRecords(async () => {
      const { rows } = await db
        .connection('system')
        .rawQuery<{ rows: { token: string }[] }>('select token from sso_domains where domain = ?', [domain])
      return rows.map(({ token }) => [token])
    })
    for (const company of [first, second]) {
      const { id } = await company.inside(() => SsoDomain.firstOrFail())
      await send(client, company, 'POST', `/domains/${id}/checks`)
    }
    answerTextRecords()
    assert.isTrue(await first.inside(async () => (await SsoDomain.firstOrFail()).isVerified))
    assert.isFalse(await second.inside(async () => (await SsoDomain.firstOrFail()).isVerified))
    for (const wrong of ['example', 'http://x.example', 'x@y.example', '-x.example', '127.0.0.1', ''])
      assert.property(formErrors(await send(client, first, 'POST', '/domains', { domain: wrong })), 'domain')
  })
})

const breakIn = (client: ApiClient, door: string, who: Member, session: object, code?: string) =>
  client
    .post(door)
    .json({ reason: 'The provider is down', code })
    .header('accept', 'text/html')
    .loginAs(who.identity)
    .withSession(session as never)
    .withCsrfToken()
    .redirects(0)

/** Gives somebody an address of the company's proved domain, so that the issuer is asked for them. */
async function moveInto(company: Company, identity: Identity) {
  const { domain } = await company.inside(() => SsoDomain.verified().firstOrFail())
  const email = `${unique('boss')}@${domain}`
  await identity.merge({ email }).save()
  await company.inside(() => company.admin.user.merge({ email }).save())
}

test.group('Required single sign-on', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  /** A company in which everything is ready, and an administrator of its proved domain. */
  async function ready(client: ApiClient) {
    const company = await makeCompany()
    const { domain, address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    await walk(client, company)
    const member = await makeMember(company.tenant, 'agent')
    const email = `${unique('m')}@${domain}`
    await member.identity.merge({ email }).save()
    await db.connection('system').from('users').where('id', member.user.id).update({ email })
    const enforce = () =>
      send(client, company, 'POST', '/enforcement', { breakGlassUserIds: [company.admin.user.id] })
    return { company, member, enforce, email }
  }
  const visit = (client: ApiClient, company: Company, member: Member, session = {}) =>
    client.get(company.path('/leads')).loginAs(member.identity).withSession(session).redirects(0)

  test('sends members of the domain to the issuer and back, and nobody else', async ({ client, assert }) => {
    const { company, member, enforce, email } = await ready(client)
    ;(await visit(client, company, member)).assertStatus(200)
    await enforce()
    const answer = await visit(client, company, member)
    answer.assertStatus(302)
    const door = `/sso/${company.tenant.slug}?${new URLSearchParams({ returnTo: company.path('/leads') })}`
    answer.assertHeader('location', door)
    const outsider = await makeMember(company.tenant, 'agent')
    ;(await visit(client, company, outsider)).assertStatus(200)
    issuer.calm()
    issuer.claims.email = email
    const back = await walk(client, company, { auth_web: member.identity.id })
    back.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: false })
    ;(await client.get(company.path('/leads')).withSession(back.session()).redirects(0)).assertStatus(200)
    const other = await makeCompany()
    await db
      .connection('system')
      .from('users')
      .where('id', other.admin.user.id)
      .update({ identity_id: member.identity.id })
    const elsewhere = await client.get(other.path('/leads')).loginAs(member.identity).redirects(0)
    elsewhere.assertStatus(200)
    assert.notEqual(other.tenant.id, company.tenant.id)
  })

  test('waits until it is sure to work', async ({ client, assert }) => {
    const company = await makeCompany()
    const body = { breakGlassUserIds: [company.admin.user.id] }
    const isRequired = async () =>
      (await db.connection('system').from('tenants').where('id', company.tenant.id).first())
        .requires_single_sign_on
    await send(client, company, 'POST', '/enforcement', body)
    await connect(company, issuer.url)
    await send(client, company, 'POST', '/enforcement', body)
    assert.isFalse(await isRequired(), 'nobody has come through the issuer yet')
    ;(await send(client, company, 'POST', '/enforcement', { breakGlassUserIds: [] })).assertStatus(302)
    const agent = await makeMember(company.tenant, 'agent')
    const wrong = await send(client, company, 'POST', '/enforcement', { breakGlassUserIds: [agent.user.id] })
    wrong.assertStatus(404)
    assert.isFalse(await isRequired())
  })

  test('lets a named administrator enter for a reason that is written down, and nobody else', async ({
    client,
    assert,
  }) => {
    const { company, member, enforce } = await ready(client)
    await enforce()
    const door = `/sso/${company.tenant.slug}/break_glass`
    const enter = (who: Member, session: object) => breakIn(client, door, who, session)
    const proven = { provenAt: Date.now() }
    ;(await enter(member, proven)).assertStatus(404)
    ;(await enter(company.admin, { provenAt: 0 })).assertHeader('location', '/confirmation')
    const limited = { ...proven, reach: { vouchedFor: [], isLimited: true } }
    ;(await enter(company.admin, limited)).assertHeader('location', '/login')
    const entered = await enter(company.admin, proven)
    entered.assertHeader('location', company.path(''))
    entered.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: false })
    const events = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: company.tenant.id, name: 'break_glass_user.used' })
    assert.lengthOf(events, 1)
    assert.deepInclude(events[0].data, { userId: company.admin.user.id, reason: 'The provider is down' })
  })

  test('asks those who may enter without it for their second factor, where they or the company have one', async ({
    client,
    assert,
  }) => {
    const { company, enforce } = await ready(client)
    await enforce()
    const { identity } = company.admin
    const door = `/sso/${company.tenant.slug}/break_glass`
    const proven = { provenAt: Date.now() }
    const isOpen = async (answer: ApiResponse) =>
      (await client.get(company.path('/leads')).withSession(answer.session()).redirects(0)).status() === 200
    await moveInto(company, identity)
    await company.inside(async () => (await Tenant.current()).merge({ requiresTwoFactor: true }).save())
    const without = await breakIn(client, door, company.admin, proven)
    without.assertHeader('location', '/account/two_factor')
    assert.isFalse(await isOpen(without))
    const secret = Totp.newSecret()
    const app = new Totp(secret, identity.email)
    await TwoFactor.turnOn(identity, secret, app.codeAt(Date.now()))
    await TwoFactor.query().where('identityId', identity.id).update({ lastStep: 0 })
    for (const code of [undefined, '000000']) {
      const refused = await breakIn(client, door, company.admin, proven, code)
      assert.isFalse(await isOpen(refused))
    }
    const entered = await breakIn(client, door, company.admin, proven, app.codeAt(Date.now()))
    entered.assertHeader('location', company.path(''))
    assert.isTrue(await isOpen(entered))
  })

  test('writes to every administrator who entered without it, and why', async ({ client, assert }) => {
    const { company, enforce } = await ready(client)
    const second = await makeMember(company.tenant, 'admin', 'Second Admin')
    await enforce()
    await breakIn(client, `/sso/${company.tenant.slug}/break_glass`, company.admin, { provenAt: Date.now() })
    await handOver(company.tenant.id, MailWorker)
    const mails = await company.inside(() => Delivery.query().where('kind', 'break_glass_used'))
    assert.sameMembers(
      mails.map(({ recipient }) => recipient),
      [company.admin.user.email, second.user.email]
    )
    assert.include(mails[0].subject, `${company.admin.user.name} entered`)
    assert.include(mails[0].bodyText, 'The provider is down')
  })

  test('ends when the connection is switched off', async ({ client }) => {
    const { company, member, enforce } = await ready(client)
    await enforce()
    ;(await visit(client, company, member)).assertStatus(302)
    await send(client, company, 'PUT', '', { ...SETTINGS, issuer: issuer.url, isEnabled: false })
    ;(await visit(client, company, member)).assertStatus(200)
  })
})
