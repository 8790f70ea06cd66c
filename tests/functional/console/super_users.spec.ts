import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import type { ApiClient } from '@japa/api-client'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import SuperUserGrant from '#app/console/super_user_grant'
import { makeCompany, makeSuperUser, unique } from '#tests/factories'
import { mailsTo, sendTo } from '#tests/identity_mails'
import { signedInLately } from '#tests/signed_in_lately'

type Row = { id: string; name: string; email: string; isYou: boolean; revokedBy: string | null }

const BY = { name: 'Test' }
const newcomer = () => ({ name: 'Nadia New', email: `${unique('nadia')}@example.com` })
/** Who has an open grant, besides what other tests have left. */
async function root() {
  const identity = await makeSuperUser()
  await SuperUserGrant.create({ id: identity.id, identityId: identity.id, grantedBy: 'a test' })
  return identity
}
async function rows(client: ApiClient, by: Identity, state?: string) {
  const answer = await client
    .get('/console/super_users')
    .qs(state ? { state } : {})
    .loginAs(by)
    .withInertia()
  answer.assertStatus(200)
  return (answer.inertiaProps as { grants: Row[] }).grants
}

test.group('Super users', (group) => {
  group.setup(signedInLately())

  test('are listed with who made them one', async ({ client, assert }) => {
    const [first, person] = [await root(), newcomer()]
    const grant = await SuperUserGrant.give(person, BY)
    const list = await rows(client, first)
    assert.deepInclude(
      list.find(({ id }) => id === grant.id)!,
      {
        name: person.name,
        email: person.email,
        grantedBy: 'Test',
        hasPassword: false,
        isYou: false,
      }
    )
    assert.isTrue(list.find(({ email }) => email === first.email)!.isYou)
  })

  test('make others, who choose a password by the mailed link', async ({ client, assert }) => {
    const [first, person] = [await root(), newcomer()]
    const store = () =>
      client.post('/console/super_users').form(person).loginAs(first).withCsrfToken().redirects(0)
    await store()
    const identity = await Identity.findByOrFail('email', person.email)
    assert.isTrue(identity.isSuperUser)
    await sendTo(person.email)
    const [mail] = await mailsTo(person.email)
    assert.deepInclude(mail.$attributes, { kind: 'super_user_granted', subject: 'You may open the console' })
    assert.include(mail.bodyText!, 'by Super User')
    assert.lengthOf(await IdentityLink.query().where({ identityId: identity.id, kind: 'password_reset' }), 1)
    await store()
    assert.lengthOf(await mailsTo(person.email), 1)
  })

  test('may be members of a company, whose login stays as it is', async ({ assert }) => {
    const { admin } = await makeCompany()
    await SuperUserGrant.give({ name: 'Another name', email: admin.identity.email.toUpperCase() }, BY)
    const identity = await Identity.findOrFail(admin.identity.id)
    assert.deepInclude(identity.$attributes, {
      name: admin.identity.name,
      isSuperUser: true,
      password: admin.identity.password,
    })
    await sendTo(identity.email)
    assert.include((await mailsTo(identity.email))[0].bodyText!, '/console')
    assert.lengthOf(await IdentityLink.query().where({ identityId: identity.id }), 0)
  })

  test('lose the console at once, and it is kept who took it', async ({ client, assert }) => {
    const [first, second] = [await root(), await root()]
    const grant = await SuperUserGrant.findByOrFail('identityId', second.id)
    const destroy = () =>
      client.delete(`/console/super_users/${grant.id}`).loginAs(first).withCsrfToken().redirects(0)
    ;(await client.get('/console/companies').loginAs(second)).assertStatus(200)
    await destroy()
    ;(await client.get('/console/companies').loginAs(await second.refresh())).assertStatus(404)
    assert.deepInclude(
      (await rows(client, first, 'revoked')).find(({ id }) => id === grant.id)!,
      { revokedBy: 'Super User' }
    )
    await sendTo(second.email)
    assert.equal((await mailsTo(second.email))[0].kind, 'super_user_revoked')
    await destroy()
    assert.lengthOf(await mailsTo(second.email), 1)
  })

  test('never all go: the last one stays, also when two leave at once', async ({ assert }) => {
    await SuperUserGrant.query().delete()
    const both = [await root(), await root()]
    const grants = await SuperUserGrant.query().whereIn(
      'identityId',
      both.map(({ id }) => id)
    )
    const outcomes = await Promise.allSettled(grants.map((grant) => grant.revoke(BY)))
    assert.sameMembers(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected']
    )
    const [left] = await SuperUserGrant.query().whereNull('revokedAt')
    await assert.rejects(
      () => left.revoke(BY),
      'Nobody else could open the console then. Make somebody else a super user first.'
    )
    const [disabled] = [await root()]
    await disabled.disable()
    await assert.rejects(() => left.revoke(BY), /Nobody else/)
  })

  test('are not there for anybody else', async ({ client }) => {
    const { admin } = await makeCompany()
    ;(await client.get('/console/super_users').loginAs(admin.identity)).assertStatus(404)
    const answer = await client
      .post('/console/super_users')
      .form(newcomer())
      .loginAs(admin.identity)
      .withCsrfToken()
    answer.assertStatus(404)
  })

  test('begin on the command line, where an installation has none', async ({ assert }) => {
    const { email } = newcomer()
    ace.ui.switchMode('raw')
    const command = await ace.exec('super_user:grant', [email, '--name=First Person'])
    command.assertSucceeded()
    const identity = await Identity.findByOrFail('email', email)
    assert.deepInclude(identity.$attributes, { name: 'First Person', isSuperUser: true, password: null })
    const said = command.logger
      .getLogs()
      .map(({ message }) => message)
      .join('\n')
    const [, secret] = /password_resets\/([\w-]{43})/.exec(said)!
    assert.equal((await IdentityLink.open('password_reset', secret))!.identityId, identity.id)
    const again = await ace.exec('super_user:grant', [email])
    again.assertFailed()
    ace.ui.switchMode('normal')
  })
})
