import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import SsoDomain from '#app/single_sign_on/sso_domain'
import { mailsTo } from '#tests/identity_mails'
import { makeCompany, unique, type Company } from '#tests/factories'
import { comeBack, connect, passIssuer, TestIssuer, walk, type Visit } from '#tests/test_issuer'

let issuer: TestIssuer

const now = () => Math.floor(Date.now() / 1000)

/** An administrator whose only credential is the company's issuer, who signed in a while ago. */
async function somebody(client: ApiClient) {
  const company = await makeCompany()
  const { address } = await connect(company, issuer.url)
  Object.assign(issuer.claims, { email: address(), realm_access: { roles: ['crm-admin'] } })
  const visit = { ...(await walk(client, company)).session(), provenAt: 0 } as Visit
  const domain = `${unique('held')}.example`
  const act = (as: Visit) =>
    client
      .post(company.path('/settings/single_sign_on/domains'))
      .json({ domain })
      .header('referer', company.path('/settings/single_sign_on'))
      .withSession(as)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
  const isDone = () => company.inside(async () => (await SsoDomain.findBy('domain', domain)) !== null)
  return { company, visit, act, isDone }
}

async function leave(client: ApiClient, company: Company, visit: Visit, query = '?popup') {
  const answer = await client
    .get(`/sso/${company.tenant.slug}/confirmations${query}`)
    .withSession(visit)
    .redirects(0)
  return { answer, to: answer.header('location')!, visit: answer.session() as Visit }
}

test.group('Confirming through the company’s issuer', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('asks the issuer anew, and what was held up goes on', async ({ client, assert }) => {
    const { company, visit, act, isDone } = await somebody(client)
    const held = await act(visit)
    held.assertFlashMessage('isConfirmationAsked', true)
    assert.isFalse(await isDone())
    const left = await leave(client, company, visit)
    const asked = new URL(left.to).searchParams
    assert.equal(asked.get('prompt'), 'login')
    assert.equal(asked.get('max_age'), '0')
    issuer.claims.auth_time = now()
    const back = await comeBack(client, await passIssuer(left.to), left.visit)
    back.assertHeader('location', '/sso/callback/confirmed')
    assert.deepEqual(back.session().reach, visit.reach, 'it opens nothing else')
    await act(back.session() as Visit)
    assert.isTrue(await isDone())
  })

  test('leads from a page that asks to the issuer and back', async ({ client }) => {
    const { company, visit } = await somebody(client)
    const page = await client.get('/confirmation').withSession(visit).withInertia()
    page.assertInertiaComponent('sign_in/confirmations/create')
    page.assertInertiaPropsContains({ confirmsThrough: `/sso/${company.tenant.slug}/confirmations` })
    const asking = { ...visit, redirect: { intendedUrl: company.path('/leads?status=new') } } as Visit
    const left = await leave(client, company, asking, '')
    issuer.claims.auth_time = now()
    const back = await comeBack(client, await passIssuer(left.to), left.visit)
    back.assertHeader('location', company.path('/leads?status=new'))
  })

  test('counts for nothing when the issuer did not ask again, or does not say so', async ({
    client,
    assert,
  }) => {
    const { company, visit, act, isDone } = await somebody(client)
    for (const authTime of [undefined, now() - 3600, now() - 120]) {
      const left = await leave(client, company, visit)
      issuer.claims.auth_time = authTime
      const back = await comeBack(client, await passIssuer(left.to), left.visit)
      back.assertStatus(403)
      back.assertTextIncludes('did not say that it asked you again')
      await act(back.session() as Visit)
      assert.isFalse(await isDone(), String(authTime))
    }
  })

  test('counts for nothing when somebody else was signed in there', async ({ client, assert }) => {
    const { company, visit, act, isDone } = await somebody(client)
    const mine = issuer.claims.sub
    const { email } = issuer.claims
    Object.assign(issuer.claims, { sub: unique('sub'), email: `other-${String(email)}` })
    await walk(client, company)
    for (const sub of [issuer.claims.sub, unique('stranger')]) {
      const left = await leave(client, company, visit)
      Object.assign(issuer.claims, { sub, auth_time: now() })
      const back = await comeBack(client, await passIssuer(left.to), left.visit)
      back.assertStatus(403)
      assert.equal(back.session().auth_web, visit.auth_web)
      await act(back.session() as Visit)
      assert.isFalse(await isDone())
    }
    assert.notEqual(issuer.claims.sub, mine)
  })

  test('is for those whom this company’s issuer vouches for', async ({ client }) => {
    const { visit } = await somebody(client)
    const other = await makeCompany()
    await connect(other, issuer.url)
    ;(await leave(client, other, visit)).answer.assertStatus(404)
    const byPassword = { auth_web: other.admin.identity.id, provenAt: 0 } as never
    ;(await leave(client, other, byPassword)).answer.assertStatus(404)
    ;(await leave(client, other, {})).answer.assertHeader('location', '/login')
  })

  test('is not the only way: a code by mail is one too, where the issuer says nothing', async ({
    client,
    assert,
  }) => {
    const { company, visit } = await somebody(client)
    const answer = await client
      .post('/confirmation/mail')
      .header('referer', company.path('/leads'))
      .withSession(visit)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    answer.assertHeader('location', company.path('/leads'))
    const owed = await mailsTo(issuer.claims.email as string).where('kind', 'confirmation_code')
    assert.lengthOf(owed, 1)
  })

  test('signs nobody in: a sign-in under way and a confirmation are not taken for each other', async ({
    client,
    assert,
  }) => {
    const { company, visit } = await somebody(client)
    const left = await leave(client, company, visit)
    issuer.claims.auth_time = now()
    const { auth_web: _, ...nobody } = left.visit as Record<string, unknown>
    const back = await comeBack(client, await passIssuer(left.to), nobody as Visit)
    back.assertStatus(403)
    back.assertSessionMissing('auth_web')
    assert.equal(back.session().provenAt, 0)
  })
})
