import { test } from '@japa/runner'
import AccessToken from '#app/access_tokens/access_token'
import { ServiceAccount } from '#app/identity/service_account'
import Role from '#app/access/role'
import User from '#app/identity/user'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember } from '#tests/factories'

const open = (role: 'admin' | 'agent' = 'agent') =>
  ServiceAccount.open({ name: 'Importer', role, scopes: null, expiresAt: null, by: null })

test.group('A service token', () => {
  test('is made by an admin, works in its own name and stays when its maker leaves', async ({
    client,
    assert,
  }) => {
    const { tenant, admin, path, inside } = await makeCompany()
    await makeMember(tenant, 'admin')
    const answer = await client
      .post(path('/settings/service_tokens'))
      .json({ name: 'Importer', role: 'agent', days: 90, scopes: ['leads:read', 'messages:write'] })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    const page = await client
      .get(path('/settings/service_tokens'))
      .withFlashMessages({ shownOnce: answer.flashMessage('shownOnce') })
      .loginAs(admin.identity)
      .withInertia()
    page.assertInertiaPropsContains({
      tokens: [
        { name: 'Importer', role: 'agent', scopes: ['leads:read', 'messages:write'], maker: admin.user.name },
      ],
    })
    const secret = (page.body() as { flash: { shownOnce: string } }).flash.shownOnce
    await inside(async () => (await User.findOrFail(admin.user.id)).deactivate())
    const { id } = await inside(() => receiveLead())
    const done = await client
      .post(`/api/leads/${id}/messages`)
      .json({ body: 'We call you' })
      .bearerToken(secret)
    done.assertStatus(201)
    assert.equal(done.body().data.authorName, 'Importer')
  })

  test('is nobody on the team: not listed, not to be assigned, not the last admin', async ({
    client,
    assert,
  }) => {
    const { admin, path, inside } = await makeCompany()
    const service = await inside(async () => {
      await open('admin')
      return User.findByOrFail('kind', 'service')
    })
    const team = await client.get(path('/team')).loginAs(admin.identity).withInertia()
    assert.deepEqual(
      (team.inertiaProps as { users: { id: string }[] }).users.map(({ id }) => id),
      [admin.user.id]
    )
    const { id } = await inside(() => receiveLead())
    const assigned = await client
      .post(path(`/leads/${id}/assignment`))
      .json({ assigneeId: service.id })
      .loginAs(admin.identity)
      .withCsrfToken()
    assigned.assertStatus(404)
    await assert.rejects(
      () => inside(async () => (await User.findOrFail(admin.user.id)).deactivate()),
      /at least one active administrator/
    )
  })

  test('is refused from the moment it is revoked, and its service is gone', async ({ client, assert }) => {
    const { admin, path, inside } = await makeCompany()
    const secret = await inside(() => open())
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
    const { id, userId } = await inside(() => AccessToken.ofServices().firstOrFail())
    await client
      .delete(path(`/settings/service_tokens/${id}`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(401)
    assert.isFalse((await inside(() => User.findOrFail(userId))).isActive)
  })

  test('may do no more than who makes it', async ({ client, assert }) => {
    const { tenant, path, inside } = await makeCompany()
    const { identity } = await inside(async () => {
      const role = await Role.make({
        name: 'Integrator',
        description: null,
        basedOn: 'agent',
        grants: { service_tokens: { read: 'all', create: 'all' } },
        fields: {},
      })
      const member = await makeMember(tenant, 'agent')
      await member.user.merge({ roleId: role.id }).save()
      return member
    })
    const make = (role: string) =>
      client
        .post(path('/settings/service_tokens'))
        .json({ name: 'Mine', role, days: 30 })
        .loginAs(identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
    await make('admin')
    assert.lengthOf(await inside(() => AccessToken.ofServices()), 0)
    await make('agent')
    assert.lengthOf(await inside(() => AccessToken.ofServices()), 1)
  })

  test('is not for others: agents neither see, make nor revoke one', async ({ client }) => {
    const { tenant, path, inside } = await makeCompany()
    const { identity } = await makeMember(tenant, 'agent')
    await inside(() => open())
    const { id } = await inside(() => AccessToken.ofServices().firstOrFail())
    const asAgent = (method: 'GET' | 'POST' | 'DELETE', way = '') =>
      client
        .request(path(`/settings/service_tokens${way}`), method)
        .loginAs(identity)
        .withCsrfToken()
    ;(await asAgent('GET')).assertStatus(403)
    ;(await asAgent('POST').json({ name: 'Mine', role: 'admin', days: 30 })).assertStatus(403)
    ;(await asAgent('DELETE', `/${id}`)).assertStatus(403)
  })
})
