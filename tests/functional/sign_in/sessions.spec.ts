import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeIdentity, makeMember, makeSuperUser, PASSWORD, unique } from '#tests/factories'
import { formErrors } from '#tests/form_errors'

const send = (client: ApiClient, body: { email: string; password: string }, ip = '127.0.0.1') =>
  client
    .post('/login')
    .header('x-forwarded-for', ip)
    .header('referer', '/login')
    .json(body)
    .header('accept', 'text/html')
    .withCsrfToken()
    .redirects(0)

/** An address of its own, so that one test's failures do not count against another's. */
let last = 0
const someAddress = () =>
  `10.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}.${++last % 255}`

test.group('Signing in', () => {
  test('leads a member of one company to it, and everybody to where their work is', async ({ client }) => {
    const { tenant, admin, path } = await makeCompany()
    const field = await makeMember(tenant, 'field_user')
    const answer = await send(client, { email: admin.identity.email, password: PASSWORD }, someAddress())
    answer.assertStatus(302)
    answer.assertHeader('location', '/')
    for (const [from, member, to] of [
      ['/', admin, path('')],
      [path(''), admin, path('/dashboard')],
      [path('/'), admin, path('/dashboard')],
      [path(''), field, path('/field')],
    ] as const) {
      const step = await client.get(from).loginAs(member.identity).redirects(0)
      step.assertHeader('location', to)
    }
  })

  test('leads a super user to the console, and a guest to the door', async ({ client }) => {
    const root = await makeSuperUser()
    ;(await client.get('/').loginAs(root).redirects(0)).assertHeader('location', '/console')
    ;(await client.get('/').redirects(0)).assertHeader('location', '/login')
  })

  test('lets a member of several companies choose', async ({ client, assert }) => {
    const one = await makeCompany()
    const other = await makeCompany()
    const closed = await makeCompany()
    for (const { inside } of [other, closed]) {
      await inside(() => User.join(one.admin.identity, { name: 'Jo', role: 'agent' }))
    }
    await closed.inside(async () => (await Tenant.current()).deactivate('Test'))
    ;(await client.get('/').loginAs(one.admin.identity).redirects(0)).assertHeader('location', '/companies')
    const page = await client.get('/companies').loginAs(one.admin.identity).withInertia()
    page.assertInertiaComponent('identity/companies/index')
    const { companies, memberships } = page.inertiaProps as {
      companies: { slug: string; isActive: boolean }[]
      memberships: { slug: string }[]
    }
    assert.sameMembers(
      companies.map(({ slug }) => slug),
      [one.tenant.slug, other.tenant.slug, closed.tenant.slug]
    )
    assert.deepEqual(companies[2], { ...companies[2], slug: closed.tenant.slug, isActive: false })
    assert.notInclude(
      memberships.map(({ slug }) => slug),
      closed.tenant.slug
    )
  })

  test('says the same to an unknown person, to a wrong password and to one who has no password yet', async ({
    client,
    assert,
  }) => {
    const known = await makeIdentity('Known')
    const waiting = await makeIdentity('Waiting')
    await waiting.merge({ password: null }).save()
    const answers = []
    for (const email of [known.email, waiting.email, `${unique('nobody')}@example.com`]) {
      const answer = await send(client, { email, password: 'wrong password' }, someAddress())
      answers.push([answer.status(), answer.header('location'), formErrors(answer)])
    }
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
    assert.property(answers[0][2], 'password')
  })

  test('does not take an e-mail address with capitals for another one', async ({ client }) => {
    const { identity } = (await makeCompany()).admin
    const answer = await send(
      client,
      { email: ` ${identity.email.toUpperCase()} `, password: PASSWORD },
      someAddress()
    )
    answer.assertHeader('location', '/')
  })

  test('ends after ten guesses at one person, even for the right password, and says when to try again', async ({
    client,
    assert,
  }) => {
    const { identity } = (await makeCompany()).admin
    for (let guess = 0; guess < 10; guess++)
      await send(client, { email: identity.email, password: 'wrong' }, someAddress())
    const answer = await send(client, { email: identity.email, password: PASSWORD }, someAddress())
    answer.assertSessionMissing('auth_web')
    assert.match(formErrors(answer).password[0], /Too many attempts.*1[45] minutes/)
    assert.isAbove(Number(answer.header('retry-after')), 800)
    const colleague = await makeIdentity('Colleague')
    ;(await send(client, { email: colleague.email, password: PASSWORD }, someAddress())).assertSession(
      'auth_web',
      colleague.id
    )
  })

  test('counts guesses that arrive together', async ({ client, assert }) => {
    const { identity } = (await makeCompany()).admin
    const together = Array.from({ length: 14 }, () =>
      send(client, { email: identity.email, password: 'wrong' }, someAddress())
    )
    const told = (await Promise.all(together)).map((answer) => formErrors(answer).password[0] as string)
    assert.equal(told.filter((words) => words.startsWith('Too many')).length, 4)
  })

  test('slows one address down that tries many people', async ({ client, assert }) => {
    const address = someAddress()
    const answers = []
    for (let guess = 0; guess < 61; guess++)
      answers.push(await send(client, { email: `${unique('x')}@example.com`, password: 'wrong' }, address))
    assert.match(formErrors(answers[60]).password[0], /Too many attempts/)
    assert.notMatch(formErrors(answers[59]).password[0], /Too many attempts/)
  }).timeout(60_000)

  test('forgets wrong guesses once the right password came', async ({ client }) => {
    const { identity } = (await makeCompany()).admin
    for (let round = 0; round < 2; round++) {
      for (let guess = 0; guess < 8; guess++)
        await send(client, { email: identity.email, password: 'wrong' }, someAddress())
      const answer = await send(client, { email: identity.email, password: PASSWORD }, someAddress())
      answer.assertSession('auth_web', identity.id)
    }
  })
})

test.group('Coming back after signing in', () => {
  test('opens the page that was asked for', async ({ client }) => {
    const { path, admin } = await makeCompany()
    const asked = await client.get(path('/leads?status=new')).redirects(0)
    asked.assertHeader('location', '/login')
    asked.assertSession('redirect.intendedUrl', path('/leads?status=new'))
    const answer = await client
      .post('/login')
      .withSession({ redirect: { intendedUrl: path('/leads?status=new') } })
      .json({ email: admin.identity.email, password: PASSWORD })
      .header('accept', 'text/html')
      .withCsrfToken()
      .redirects(0)
    answer.assertHeader('location', path('/leads?status=new'))
  })

  test('never leads to another host', async ({ client }) => {
    for (const address of ['//evil.example/x', '/\\evil.example', '/login?next=https://evil.example']) {
      const asked = await client.get(address).redirects(0)
      asked.assertSessionMissing('redirect.intendedUrl')
    }
  })
})

test.group('Signing out', () => {
  test('ends the session', async ({ client }) => {
    const { admin } = await makeCompany()
    const answer = await client.delete('/session').loginAs(admin.identity).withCsrfToken().redirects(0)
    answer.assertHeader('location', '/login')
    answer.assertSessionMissing('auth_web')
  })

  test('a disabled person is signed out of everything', async ({ client }) => {
    const { admin, path } = await makeCompany()
    await admin.identity.disable()
    ;(await client.get(path('/leads')).loginAs(admin.identity).redirects(0)).assertHeader(
      'location',
      '/login'
    )
    const answer = await send(client, { email: admin.identity.email, password: PASSWORD }, someAddress())
    answer.assertSessionMissing('auth_web')
  })
})
