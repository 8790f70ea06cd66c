import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Identity from '#app/identity/identity'
import User from '#app/identity/user'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { makeCompany, makeIdentity, makeMember, makeSuperUser, unique } from '#tests/factories'
import { comeBack, connect, leave, passIssuer, TestIssuer, walk } from '#tests/test_issuer'

let issuer: TestIssuer

test.group('Signing in through the company’s issuer', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('leaves with PKCE, state and nonce, for this client and one redirect address', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await connect(company, issuer.url)
    const { answer, to, visit } = await leave(client, company)
    answer.assertStatus(302)
    const query = Object.fromEntries(new URL(to).searchParams)
    const flow = visit.sso as { state: string; nonce: string; verifier: string }
    assert.equal(new URL(to).origin, issuer.url)
    assert.include(query, {
      response_type: 'code',
      client_id: 'latchkey',
      code_challenge_method: 'S256',
      redirect_uri: `${process.env.APP_URL}/sso/callback`,
      state: flow.state,
      nonce: flow.nonce,
    })
    assert.match(query.code_challenge, /^[\w-]{43}$/)
    assert.notEqual(query.code_challenge, flow.verifier)
    assert.notInclude(to, 'secret')
  })

  test('makes a newcomer a member, with the role that the issuer’s claims lead to', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    const email = address()
    Object.assign(issuer.claims, { email, realm_access: { roles: ['other', 'crm-office'] } })
    const answer = await walk(client, company)
    answer.assertHeader('location', company.path(''))
    const identity = (await Identity.byEmail(email))!
    assert.isNull(identity.password)
    const user = await company.inside(() => User.findByOrFail('identityId', identity.id))
    assert.include(user.$attributes, { role: 'agent', name: 'Ida Issuer', email })
    answer.assertSession('auth_web', identity.id)
    answer.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: true })
    const page = await client.get(company.path('/leads')).withSession(answer.session()).withInertia()
    page.assertStatus(200)
  })

  test('is written down in the company that it opens, and in no other of the person', async ({
    client,
    assert,
  }) => {
    const [company, other] = [await makeCompany(), await makeCompany()]
    const { domain } = await connect(company, issuer.url)
    const { identity, user } = company.admin
    await moveTo(identity, user, `both@${domain}`)
    const there = await makeMember(other.tenant, 'agent')
    await db
      .connection('system')
      .from('users')
      .where('id', there.user.id)
      .update({ identity_id: identity.id })
    issuer.claims.email = identity.email
    const answer = await walk(client, company)
    answer.assertSession('auth_web', identity.id)
    const signedIn = (tenantId: string) =>
      db.connection('system').from('events').where({ tenant_id: tenantId, name: 'user.signed_in' })
    assert.lengthOf(await signedIn(company.tenant.id), 1)
    assert.lengthOf(await signedIn(other.tenant.id), 0)
  })

  test('knows the person again by the issuer’s subject, whatever has become of the address', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    const first = await walk(client, company)
    Object.assign(issuer.claims, { email: 'married@elsewhere.example', email_verified: false })
    const second = await walk(client, company)
    assert.isString(first.session().auth_web)
    assert.equal(second.session().auth_web, first.session().auth_web)
  })

  test('follows the issuer’s roles at every sign-in where the company wants it so', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url, { decidesRoles: true, defaultRole: null })
    Object.assign(issuer.claims, { email: address(), realm_access: { roles: ['crm-office'] } })
    const id = (await walk(client, company)).session().auth_web
    const roleNow = () => company.inside(async () => (await User.findByOrFail('identityId', id)).role)
    assert.equal(await roleNow(), 'agent')
    issuer.claims.realm_access = { roles: ['crm-admin', 'crm-office'] }
    await walk(client, company)
    assert.equal(await roleNow(), 'admin')
    issuer.claims.realm_access = { roles: [] }
    ;(await walk(client, company)).assertStatus(403)
  })

  test('leaves the last administrator one, whatever the issuer says', async ({ client, assert }) => {
    const company = await makeCompany()
    const { domain } = await connect(company, issuer.url, { decidesRoles: true })
    const { identity, user } = company.admin
    await moveTo(identity, user, `boss@${domain}`)
    issuer.claims.email = identity.email
    const answer = await walk(client, company)
    answer.assertSession('auth_web', identity.id)
    assert.equal((await company.inside(() => User.findOrFail(user.id))).role, 'admin')
  })

  test('comes back to the page that was asked for, and to no other place', async ({ client }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    const home = company.path('')
    for (const [asked, reached] of [
      [company.path('/leads?status=new'), company.path('/leads?status=new')],
      ['https://evil.example', home],
      ['//evil.example/c', home],
      ['/\\evil.example', home],
      [`${home}/../../login`, home],
      [`${home}evil/leads`, home],
      ['/c/another-company/leads', home],
      ['javascript:alert(1)', home],
      ['/login', home],
      [
        `${home}/%0d%0aLocation:%20https:%2F%2Fevil.example`,
        `${home}/%0d%0aLocation:%20https:%2F%2Fevil.example`,
      ],
    ]) {
      const left = await leave(client, company, {}, `?${new URLSearchParams({ returnTo: asked })}`)
      const answer = await comeBack(client, await passIssuer(left.to), left.visit)
      answer.assertHeader('location', reached)
    }
  })

  test('is found from the sign-in page by the domain of the address, however it is written', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    const email = address()
    const answer = await client
      .post('/sso')
      .json({ email: ` ${email.toUpperCase()}` })
      .withCsrfToken()
      .withInertia()
    answer.assertStatus(409)
    const to = new URL(answer.header('x-inertia-location')!)
    assert.equal(to.origin, issuer.url)
    assert.equal(to.searchParams.get('login_hint'), email)
    const unknown = await client
      .post('/sso')
      .json({ email: `x@${unique('nobody')}.example` })
      .withCsrfToken()
      .header('referer', '/login')
      .header('accept', 'text/html')
      .redirects(0)
    unknown.assertHeader('location', '/login')
  })

  test('keeps the client’s secret away from everybody but the issuer', async ({ assert }) => {
    const company = await makeCompany()
    await connect(company, issuer.url)
    const { rows } = await db
      .connection('system')
      .rawQuery<{ rows: object[] }>(
        `select c::text from sso_connections c where tenant_id = ? union all select e::text from events e where tenant_id = ?`,
        [company.tenant.id, company.tenant.id]
      )
    assert.isAbove(rows.length, 2)
    assert.notInclude(JSON.stringify(rows), 'a secret of the client')
    const connection = await company.inside(() => SsoConnection.firstOrFail())
    assert.equal(connection.secret, 'a secret of the client')
    const other = await makeCompany()
    await connect(other, issuer.url)
    const stolen = await other.inside(async () =>
      (await SsoConnection.firstOrFail()).merge({ clientSecret: connection.clientSecret })
    )
    assert.isNull(stolen.secret)
  })
})

test.group('Who is let in', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  const refused = async (
    client: Parameters<typeof walk>[0],
    company: Parameters<typeof walk>[1],
    reason: RegExp
  ) => {
    const answer = await walk(client, company)
    answer.assertStatus(403)
    answer.assertSessionMissing('auth_web')
    if (!reason.test(answer.text())) throw new Error(`${reason} is not in: ${answer.text().slice(0, 2000)}`)
  }

  test('nobody by an address that the issuer has not verified, or says nothing about', async ({ client }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    for (const isVerified of [false, undefined, 'true', 1]) {
      issuer.calm()
      Object.assign(issuer.claims, { email: address(), email_verified: isVerified })
      await refused(client, company, /not verified your e-mail address/)
    }
  })

  test('somebody by an address that the issuer says nothing about, where the company trusts it; never a denied one', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url, { trustsEmail: true })
    Object.assign(issuer.claims, { email: address(), email_verified: undefined })
    assert.property((await walk(client, company)).session(), 'auth_web')
    issuer.calm()
    Object.assign(issuer.claims, { email: address(), email_verified: false })
    await refused(client, company, /not verified your e-mail address/)
  })

  test('nobody by an address of a domain that the company has not proved', async ({ client, assert }) => {
    const company = await makeCompany()
    await connect(company, issuer.url)
    const stranger = await makeIdentity('Stranger')
    issuer.claims.email = stranger.email
    await refused(client, company, /has not proved yet/)
    assert.isNull(await company.inside(() => User.findBy('identityId', stranger.id)))
  })

  test('no newcomer where people are invited, and none without a role', async ({ client, assert }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url, { provisionsUsers: false })
    issuer.claims.email = address()
    await refused(client, company, /not a member of this company/)
    assert.isNull(await Identity.byEmail(issuer.claims.email as string))
    const other = await makeCompany()
    const theirs = await connect(other, issuer.url, { defaultRole: null })
    issuer.claims.email = theirs.address()
    await refused(client, other, /none of the roles/)
  })

  test('no member whose access has ended', async ({ client }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    const id = (await walk(client, company)).session().auth_web
    await company.inside(async () => (await User.findByOrFail('identityId', id)).deactivate())
    await refused(client, company, /Your access to this company has ended/)
  })

  test('no second account with the address of a member whose account is known', async ({ client }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    await walk(client, company)
    issuer.claims.sub = unique('successor')
    await refused(client, company, /Another account of your identity provider/)
  })

  test('a member with another address, once they have signed in by their own credential in the same browser', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await connect(company, issuer.url)
    const agent = await makeMember(company.tenant, 'agent')
    Object.assign(issuer.claims, { email: 'nobody@elsewhere.example', email_verified: false })
    await refused(client, company, /not verified your e-mail address/)
    const connected = await walk(client, company, { auth_web: agent.identity.id })
    connected.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: false })
    const later = await walk(client, company)
    assert.equal(later.session().auth_web, agent.identity.id)
    later.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: true })
  })

  test('nobody through a connection that is switched off, or a company that is closed', async ({
    client,
  }) => {
    const company = await makeCompany()
    await connect(company, issuer.url, { isEnabled: false })
    const { answer } = await leave(client, company)
    answer.assertStatus(403)
    ;(await client.get('/sso/no-such-company').redirects(0)).assertStatus(403)
  })

  test('nobody where the issuer that is kept is no address, and tells the administrators', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { inside, admin, path } = company
    await connect(company, issuer.url)
    const damages = [
      '',
      'x',
      'https://',
      'http://[',
      'https://exa mple.com',
      'file:///etc/passwd',
      'ftp://h/',
    ]
    for (const damage of damages) {
      await inside(() => SsoConnection.query().update({ issuer: damage, lastFailure: null }))
      const { answer } = await leave(client, company)
      answer.assertStatus(403)
      answer.assertTextIncludes('You are not signed in')
      assert.match(answer.text(), /not set up rightly|could not be reached|could not be trusted/, damage)
      const kept = await inside(() => SsoConnection.query().firstOrFail())
      assert.isNotNull(kept.lastFailure, damage)
      const settings = await client
        .get(path('/settings/single_sign_on'))
        .loginAs(admin.identity)
        .withInertia()
      settings.assertStatus(200)
    }
    const told = await inside(() => db.from('events').where('name', 'sso_connection.sign_in_refused'))
    assert.lengthOf(told, damages.length)
  })
})

test.group('What a company’s issuer opens', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('is that company, and no other one of the same person', async ({ client, assert }) => {
    const hostile = await makeCompany()
    const victim = await makeCompany()
    const { domain } = await connect(hostile, issuer.url)
    const person = await makeMember(victim.tenant, 'admin')
    await moveTo(person.identity, person.user, `both@${domain}`)
    issuer.claims.email = person.identity.email
    const visit = (await walk(client, hostile)).session()
    assert.equal(visit.auth_web, person.identity.id)
    ;(await client.get(hostile.path('/leads')).withSession(visit).withInertia()).assertStatus(200)
    for (const path of [victim.path('/leads'), '/c/no-such-company/leads']) {
      const answer = await client.get(path).withSession(visit).redirects(0)
      answer.assertStatus(302)
      answer.assertHeader('location', '/login')
    }
    const written = await client
      .post(victim.path('/access_tokens'))
      .json({ name: 'Stolen', days: 30 })
      .withSession(visit)
      .withCsrfToken()
      .redirects(0)
    written.assertHeader('location', '/login')
    const page = await client.get(hostile.path('/leads')).withSession(visit).withInertia()
    assert.notInclude(JSON.stringify(page.body()), victim.tenant.slug)
    const list = await client.get('/companies').withSession(visit).withInertia()
    assert.notInclude(JSON.stringify(list.body()), victim.tenant.slug)
    ;(await client.get('/').withSession(visit).redirects(0)).assertHeader('location', hostile.path(''))
  })

  test('is not the console, for a super user’s address', async ({ client }) => {
    const hostile = await makeCompany()
    const { domain } = await connect(hostile, issuer.url)
    const root = await makeSuperUser()
    await root.merge({ email: `root@${domain}` }).save()
    issuer.claims.email = root.email
    const visit = (await walk(client, hostile)).session()
    ;(await client.get('/console/companies').withSession(visit).redirects(0)).assertStatus(404)
    ;(await client.get('/').withSession(visit).redirects(0)).assertHeader('location', hostile.path(''))
  })

  test('is not the person’s account, and says why it asks to sign in', async ({ client, assert }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    const visit = (await walk(client, company)).session()
    const answer = await client.get('/account/profile').withSession(visit).redirects(0)
    answer.assertHeader('location', '/login')
    assert.match(String(answer.flashMessage('error')), /^You came in through your company/)
  })

  test('ends with a sign-in by the person’s own credential, which opens everything', async ({ client }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
    const visit = (await walk(client, company)).session()
    const login = await client.get('/login').withSession(visit).redirects(0)
    login.assertStatus(200)
    const other = await makeCompany()
    const answer = await client
      .post('/login')
      .json({ email: other.admin.identity.email, password: 'correct horse battery' })
      .header('accept', 'text/html')
      .withSession(visit)
      .withCsrfToken()
      .redirects(0)
    answer.assertSession('auth_web', other.admin.identity.id)
    answer.assertSessionMissing('reach')
  })

  test('says nothing in another company that trusts the same issuer', async ({ client, assert }) => {
    const one = await makeCompany()
    const other = await makeCompany()
    const mine = await connect(one, issuer.url)
    const theirs = await connect(other, issuer.url)
    issuer.claims.email = mine.address()
    const first = (await walk(client, one)).session().auth_web
    const answer = await walk(client, other)
    answer.assertStatus(403)
    issuer.claims.email = theirs.address()
    const second = (await walk(client, other)).session().auth_web
    assert.notEqual(second, first)
  })

  test('is lost with the issuer: after a change of it, known accounts are strangers', async ({ client }) => {
    const company = await makeCompany()
    const { domain } = await connect(company, issuer.url)
    issuer.claims.email = `one@${domain}`
    await walk(client, company)
    const next = await TestIssuer.start()
    next.calm()
    next.claims = { sub: issuer.claims.sub, email: 'stranger@elsewhere.example', email_verified: true }
    await company.inside(async () => {
      const connection = await SsoConnection.firstOrFail()
      await connection.change({ ...connection.$attributes, issuer: next.url } as never)
    })
    const answer = await walk(client, company)
    answer.assertStatus(403)
    await next.stop()
  })
})

async function moveTo(identity: Identity, user: User, email: string) {
  await identity.merge({ email }).save()
  await db.connection('system').from('users').where('id', user.id).update({ email })
}
