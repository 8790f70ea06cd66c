import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import Identity from '#app/identity/identity'
import Invitation from '#app/identity/invitation'
import LinkToken from '#app/identity/link_token'
import User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import { makeCompany, makeMember, PASSWORD, unique } from '#tests/factories'
import { formErrors } from '#tests/form_errors'
import { eventsOf } from '#tests/lead_factories'

const someone = () => ({
  email: `${unique('new')}@example.com`,
  name: 'Nell Carter',
  role: 'field_user' as const,
})

/** A company with an open invitation and its link, as the mail would carry it. */
async function invited(invitee = someone()) {
  const company = await makeCompany()
  const { invitation, link } = await company.inside(async () => {
    const invitation = await Invitation.send(invitee)
    return { invitation, link: new URL(await invitation.mintLink()).pathname }
  })
  return { ...company, invitation, link, invitee }
}

const accept = (client: ApiClient, link: string, body: object) =>
  client
    .post(link)
    .json(body)
    .header('accept', 'text/html')
    .header('referer', link)
    .withCsrfToken()
    .redirects(0)

test.group('Inviting', () => {
  test('records who was invited as what, without the secret', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const { email, ...rest } = someone()
    const answer = await client
      .post(path('/team/invitations'))
      .json({ email: email.toUpperCase(), ...rest })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertFlashMessage('notice', `Invitation sent to ${email}`)
    await inside(async () => {
      const invitation = await Invitation.findByOrFail('email', email)
      assert.equal(invitation.invitedBy, admin.user.name)
      assert.deepEqual(await eventsOf(invitation), [
        { name: 'invitation.created', data: { role: 'field_user', roleId: null }, actor_kind: 'user' },
      ])
      assert.isNull(await LinkToken.findBy('subjectId', invitation.id))
    })
  })

  test('is the admin’s', async ({ client }) => {
    const { tenant, path, inside } = await makeCompany()
    const supervisor = await makeMember(tenant, 'supervisor')
    const invitation = await inside(() => Invitation.send(someone()))
    const as = (verb: 'post' | 'delete', address: string) =>
      client[verb](path(address)).json(someone()).loginAs(supervisor.identity).withCsrfToken().redirects(0)
    ;(await client.get(path('/team')).loginAs(supervisor.identity)).assertStatus(403)
    ;(await as('post', '/team/invitations')).assertStatus(403)
    ;(await as('delete', `/team/invitations/${invitation.id}`)).assertStatus(403)
    ;(await as('post', `/team/invitations/${invitation.id}/resends`)).assertStatus(403)
    ;(await as('post', `/team/invitations/${invitation.id}/links`)).assertStatus(403)
  })

  test('refuses a member, somebody invited already, and words that are no address', async ({
    client,
    assert,
  }) => {
    const { path, admin, invitee } = await invited()
    const told = async (email: string) => {
      const answer = await client
        .post(path('/team/invitations'))
        .json({ ...someone(), email })
        .header('accept', 'text/html')
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
      return formErrors(answer).email[0]
    }
    assert.match(await told(admin.user.email), /already on the team/)
    assert.match(await told(invitee.email), /open invitation/)
    assert.match(await told('nobody'), /e-mail/i)
  })

  test('replaces an expired invitation of the same person', async ({ assert }) => {
    const { inside, invitation, invitee } = await invited()
    await inside(async () => {
      await invitation.merge({ expiresAt: DateTime.utc().minus({ minutes: 1 }) }).save()
      const another = await Invitation.send(invitee)
      await invitation.refresh()
      assert.equal(invitation.state, 'revoked')
      assert.equal(another.state, 'open')
    })
  })
})

test.group('Accepting', () => {
  test('shows the company and the role, and keeps the link to itself', async ({ client, assert }) => {
    const { link, tenant, invitee } = await invited()
    const page = await client.get(link).withInertia()
    page.assertStatus(200)
    page.assertHeader('referrer-policy', 'same-origin')
    page.assertHeader('cache-control', 'no-store')
    page.assertInertiaComponent('identity/acceptances/create')
    page.assertInertiaPropsContains({ state: 'open', hasLogin: false })
    const props = page.inertiaProps as { link: { company: { name: string }; email: string; role: string } }
    assert.deepEqual(
      [props.link.company.name, props.link.email, props.link.role],
      [tenant.name, invitee.email, 'field_user']
    )
  })

  test('makes a login and a member, signs them in and leads to the company', async ({ client, assert }) => {
    const { link, path, inside, invitation, invitee } = await invited()
    const answer = await accept(client, link, { name: 'Nell B. Carter', password: 'four unrelated words' })
    answer.assertStatus(302)
    answer.assertHeader('location', path(''))
    const identity = await Identity.byEmail(invitee.email)
    answer.assertSession('auth_web', identity!.id)
    await inside(async () => {
      const user = await User.findByOrFail('email', invitee.email)
      assert.deepEqual(
        [user.name, user.role, user.identityId],
        ['Nell B. Carter', 'field_user', identity!.id]
      )
      assert.deepEqual(
        (await eventsOf(user)).map(({ name, data, actor_kind: by }) => [name, data, by]),
        [
          ['user.created', { role: 'field_user', roleId: null, invitationId: invitation.id }, 'user'],
          [
            'user.signed_in',
            { way: 'invitation', browser: 'A browser', system: 'an unknown system' },
            'user',
          ],
        ]
      )
      assert.deepEqual(
        (await eventsOf(invitation)).map(({ name }) => name),
        ['invitation.created', 'invitation.accepted']
      )
    })
    assert.equal((await Identity.withCredentials(invitee.email, 'four unrelated words')).id, identity!.id)
  })

  test('wants a password of ten characters and a name, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const { link, invitee } = await invited()
    const answer = await accept(client, link, { name: '', password: 'short' })
    answer.assertHeader('location', link)
    assert.sameMembers(Object.keys(formErrors(answer)), ['name', 'password'])
    assert.isNull(await Identity.byEmail(invitee.email))
  })

  test('takes somebody who has a login by their own password and makes no second one', async ({
    client,
    assert,
  }) => {
    const elsewhere = await makeCompany()
    const { email } = elsewhere.admin.identity
    const { link, inside } = await invited({ email, name: 'Test admin', role: 'field_user' })
    ;(await client.get(link).withInertia()).assertInertiaPropsContains({ hasLogin: true })
    const wrong = await accept(client, link, { name: 'Jo', password: 'not the password' })
    assert.property(formErrors(wrong), 'password')
    await inside(async () => assert.isNull(await User.findBy('email', email)))
    const right = await accept(client, link, { name: 'Jo', password: PASSWORD })
    right.assertSession('auth_web', elsewhere.admin.identity.id)
    await inside(async () =>
      assert.equal((await User.findByOrFail('email', email)).identityId, elsewhere.admin.identity.id)
    )
  })

  test('makes one member of a link that is used in two tabs at once', async ({ client, assert }) => {
    const { link, inside, invitee } = await invited()
    const body = { name: 'Nell', password: 'four unrelated words' }
    await Promise.all([accept(client, link, body), accept(client, link, body)])
    await inside(async () => assert.lengthOf(await User.query().where('email', invitee.email), 1))
  })
})

test.group('A link that leads nowhere', () => {
  const ends = async (client: ApiClient, link: string, state: string, status: number) => {
    const page = await client.get(link).withInertia()
    page.assertStatus(status)
    page.assertInertiaPropsContains({ state })
    const post = await accept(client, link, { name: 'Nell', password: 'four unrelated words' })
    post.assertSessionMissing('auth_web')
  }

  test('says that nobody knows it', async ({ client }) => {
    await ends(client, '/invitations/bm90LWEtcmVhbC1zZWNyZXQ', 'unknown', 404)
  })

  test('says that it was used', async ({ client }) => {
    const { link } = await invited()
    await accept(client, link, { name: 'Nell', password: 'four unrelated words' })
    await ends(client, link, 'accepted', 410)
  })

  test('says that it was taken back', async ({ client, assert }) => {
    const { link, path, admin, inside, invitation } = await invited()
    const answer = await client
      .delete(path(`/team/invitations/${invitation.id}`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    await inside(async () =>
      assert.isNotNull((await LinkToken.findByOrFail('subjectId', invitation.id)).revokedAt)
    )
    await ends(client, link, 'revoked', 410)
  })

  test('says that it has expired, and a new mail makes a new one', async ({ client, assert }) => {
    const { link, path, admin, inside, invitation } = await invited()
    const past = DateTime.utc().minus({ minutes: 1 })
    await inside(async () => {
      await invitation.merge({ expiresAt: past }).save()
      await (await LinkToken.findByOrFail('subjectId', invitation.id)).merge({ expiresAt: past }).save()
    })
    await ends(client, link, 'expired', 410)
    await client
      .post(path(`/team/invitations/${invitation.id}/resends`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    const again = await inside(async () => {
      await invitation.refresh()
      assert.deepEqual(
        (await eventsOf(invitation)).map(({ name }) => name),
        ['invitation.created', 'invitation.resent']
      )
      return new URL(await invitation.mintLink()).pathname
    })
    await ends(client, link, 'expired', 410)
    ;(await client.get(again)).assertStatus(200)
  })

  test('says that the company is closed', async ({ client }) => {
    const { link, inside } = await invited()
    await inside(async () => (await Tenant.current()).deactivate('Test'))
    await ends(client, link, 'deactivated', 410)
  })
})

test.group('Revealing a link', () => {
  test('gives one that works, and leaves a trace', async ({ client, assert }) => {
    const { inside, invitation } = await invited()
    const link = await inside(() => invitation.revealLink())
    ;(await client.get(new URL(link).pathname)).assertStatus(200)
    await inside(async () => {
      assert.deepEqual(
        (await eventsOf(invitation)).map(({ name }) => name),
        ['invitation.created', 'invitation.link_revealed']
      )
    })
  })

  test('is refused where mail is sent', async ({ client, assert }) => {
    const { path, admin, inside, invitation } = await invited()
    const answer = await client
      .post(path(`/team/invitations/${invitation.id}/links`))
      .loginAs(admin.identity)
      .withCsrfToken()
    answer.assertStatus(403)
    await inside(async () => assert.lengthOf(await eventsOf(invitation), 1))
  })
})
