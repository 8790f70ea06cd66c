import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import AccessToken from '#app/access_tokens/access_token'
import User from '#app/identity/user'
import type Identity from '#app/identity/identity'
import { makeCompany, makeMember } from '#tests/factories'
import { eventsOf } from '#tests/lead_factories'

const system = () => db.connection('system')

/** A session as the database store keeps it. */
async function openSession({ id }: Identity) {
  const session = randomUUID()
  await system()
    .table('sessions')
    .insert({ id: session, data: '{}', user_id: id, expires_at: new Date(Date.now() + 60_000) })
  return async () => (await system().from('sessions').where('id', session).first()) !== null
}

test.group('The team', () => {
  test('is listed for the admin, newest first, with who is invited', async ({ client, assert }) => {
    const { tenant, path, admin } = await makeCompany()
    const { user } = await makeMember(tenant, 'agent')
    const page = await client.get(path('/team')).loginAs(admin.identity).withInertia()
    page.assertInertiaComponent('identity/users/index')
    const { users, meta } = page.inertiaProps as { users: { id: string }[]; meta: { count: string } }
    assert.deepEqual(
      users.map(({ id }) => id),
      [user.id, admin.user.id]
    )
    assert.equal(meta.count, '2')
  })

  test('keeps those who left apart', async ({ client, assert }) => {
    const { tenant, path, admin, inside } = await makeCompany()
    const { user } = await makeMember(tenant, 'agent')
    await inside(() => user.deactivate())
    const idsAt = async (address: string) => {
      const page = await client.get(path(address)).loginAs(admin.identity).withInertia()
      return (page.inertiaProps as { users: { id: string }[] }).users.map(({ id }) => id)
    }
    assert.deepEqual(await idsAt('/team'), [admin.user.id])
    assert.deepEqual(await idsAt('/team?state=deactivated'), [user.id])
  })
})

test.group('A member', () => {
  test('gets another name, phone and role', async ({ client, assert }) => {
    const { tenant, path, admin, inside } = await makeCompany()
    const { user } = await makeMember(tenant, 'agent')
    const answer = await client
      .patch(path(`/team/${user.id}`))
      .json({
        name: 'Ada Byron',
        phone: '(303) 555-0188',
        role: 'supervisor',
        isSuperUser: true,
        email: 'other@example.com',
      })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    await inside(async () => {
      const saved = await User.findOrFail(user.id)
      assert.deepEqual(
        [saved.name, saved.phone, saved.role, saved.email],
        ['Ada Byron', '+13035550188', 'supervisor', user.email]
      )
      const [details, role] = await eventsOf(user)
      assert.deepEqual([details.name, role.name], ['user.updated', 'user.role_changed'])
      assert.sameMembers(details.data.changed as string[], ['name', 'phone'])
      assert.deepInclude(role.data, { role: 'supervisor' })
    })
  })

  test('loses every door at once when deactivated, and has them back when reactivated', async ({
    client,
    assert,
  }) => {
    const { tenant, path, admin, inside } = await makeCompany()
    const { user, identity } = await makeMember(tenant, 'agent')
    const isOpen = await openSession(identity)
    const secret = await inside(() => AccessToken.mint(user, 'Script'))
    const byHand = await inside(() => AccessToken.mint(user, 'Old script'))
    await inside(async () => (await AccessToken.findByOrFail('name', 'Old script')).revoke())
    const open = () => client.get(path('/leads')).loginAs(identity).redirects(0)
    ;(await open()).assertStatus(200)
    await client
      .post(path(`/team/${user.id}/deactivation`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    ;(await open()).assertStatus(404)
    assert.isFalse(await isOpen())
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(401)
    await client
      .delete(path(`/team/${user.id}/deactivation`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    ;(await open()).assertStatus(200)
    ;(await client.get('/api/leads').bearerToken(secret)).assertStatus(200)
    ;(await client.get('/api/leads').bearerToken(byHand)).assertStatus(401)
    await inside(async () => {
      assert.deepEqual(
        (await eventsOf(user)).map(({ name }) => name),
        ['user.deactivated', 'user.reactivated']
      )
    })
  })

  test('stays signed in where they work for another company', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    const other = await makeCompany()
    const { user, identity } = await makeMember(tenant, 'agent')
    await other.inside(() => User.join(identity, { name: user.name, role: 'agent' }))
    const isOpen = await openSession(identity)
    await inside(() => user.deactivate())
    assert.isTrue(await isOpen())
  })
})

test.group('The last admin', () => {
  test('can neither leave nor become something else', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const leave = await client
      .post(path(`/team/${admin.user.id}/deactivation`))
      .loginAs(admin.identity)
      .withCsrfToken()
    leave.assertStatus(409)
    const demote = await client
      .patch(path(`/team/${admin.user.id}`))
      .json({ name: 'Jo', phone: null, role: 'agent' })
      .loginAs(admin.identity)
      .withCsrfToken()
    demote.assertStatus(409)
    await inside(async () => {
      const { role, name, isActive } = await User.findOrFail(admin.user.id)
      assert.deepEqual([role, name, isActive], ['admin', admin.user.name, true])
      assert.isEmpty(await eventsOf(admin.user))
    })
  })

  test('is one of two who demote each other at the same moment', async ({ assert }) => {
    const { tenant, admin, inside } = await makeCompany()
    const second = await makeMember(tenant, 'admin')
    const outcomes = await Promise.allSettled(
      [admin, second].map(({ user }) =>
        inside(async () => (await User.findOrFail(user.id)).change({ role: 'agent' }))
      )
    )
    assert.lengthOf(
      outcomes.filter(({ status }) => status === 'rejected'),
      1
    )
    await inside(async () => assert.lengthOf(await User.active().where('role', 'admin'), 1))
  })

  test('does not hold back a colleague who is no admin', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    const { user } = await makeMember(tenant, 'field_user')
    await inside(() => user.change({ role: 'agent' }))
    assert.equal(user.role, 'agent')
  })
})
