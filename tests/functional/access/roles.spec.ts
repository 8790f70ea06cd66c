import { test } from '@japa/runner'
import Role from '#app/access/role'
import Invitation from '#app/identity/invitation'
import AccessToken from '#app/access_tokens/access_token'
import Customer from '#app/customers/customer'
import User from '#app/identity/user'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import { makeCompany, makeMember, unique } from '#tests/factories'
import { makeMemberWith, makeRole, makeTeam, withRights } from '#tests/access_factories'
import { tomorrow } from '#tests/functional/stranger/world'
import { eventNames, eventsOf, receiveLead } from '#tests/lead_factories'
import type { ApiClient } from '@japa/api-client'
import type Identity from '#app/identity/identity'

const MANAGER = {
  members: { read: 'all', create: 'all', edit: 'all', delete: 'all' },
  roles: { read: 'all', create: 'all', edit: 'all', delete: 'all', assign: 'all' },
} as const

const sender =
  (client: ApiClient, identity: Identity) =>
  (method: 'post' | 'put' | 'patch' | 'delete', address: string, body: object = {}) =>
    client[method](address).json(body).loginAs(identity).withCsrfToken().withInertia().redirects(0)

const draft = (more: object = {}) => ({
  name: unique('Role'),
  description: null,
  grants: {},
  fields: {},
  ...more,
})

test.group('A custom role', () => {
  test('is made, given to a member, changed and applies at once', async ({ client, assert }) => {
    const { tenant, path, admin, inside } = await makeCompany()
    const { user, identity } = await makeMember(tenant, 'agent')
    const send = sender(client, admin.identity)
    const made = await send(
      'post',
      path('/settings/roles'),
      draft({ name: 'Night desk', basedOn: 'agent', grants: { orders: { read: 'none' } } })
    )
    made.assertStatus(302)
    const role = await inside(() => Role.findByOrFail('name', 'Night desk'))
    const given = await send('patch', path(`/team/${user.id}`), {
      name: user.name,
      phone: null,
      role: 'agent',
      roleId: role.id,
    })
    given.assertStatus(303)
    const at = (address: string) => client.get(path(address)).loginAs(identity).withInertia().redirects(0)
    ;(await at('/leads')).assertStatus(200)
    ;(await at('/orders')).assertStatus(403)
    const changed = await send(
      'put',
      path(`/settings/roles/${role.id}`),
      draft({ name: 'Night desk', grants: { leads: { read: 'none' } } })
    )
    changed.assertStatus(303)
    ;(await at('/leads')).assertStatus(403)
    ;(await at('/orders')).assertStatus(200)
    await inside(async () => {
      assert.deepEqual(await eventNames(role), ['role.created', 'role.updated'])
      const [event] = await eventsOf(user)
      assert.equal(event.name, 'user.role_changed')
      assert.deepEqual(event.data, {
        role: 'agent',
        roleId: role.id,
        before: { role: 'agent', roleId: null },
      })
    })
  })

  test('keeps only what differs from its base', async ({ assert }) => {
    const { inside } = await makeCompany()
    const role = await inside(() =>
      makeRole('agent', {
        grants: {
          leads: { read: 'all', create: 'all', edit: 'all', assign: 'all', delete: 'all' },
          orders: { read: 'own' },
        },
      })
    )
    assert.deepEqual(role.grants, { orders: { read: 'own' } })
  })

  test('cannot be deleted while somebody has it, and says who', async ({ client, assert }) => {
    const company = await makeCompany()
    const { user, role } = await makeMemberWith(company, 'agent', { name: 'Night desk' })
    const send = sender(client, company.admin.identity)
    const refused = await send('delete', company.path(`/settings/roles/${role.id}`))
    assert.include(
      JSON.stringify(refused.flashMessages()) + refused.text(),
      `${user.name} has the role Night desk`
    )
    await company.inside(() => user.change({ roleId: null }))
    await send('delete', company.path(`/settings/roles/${role.id}`))
    assert.isNull(await company.inside(() => Role.find(role.id)))
  })

  test('comes with an invitation', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const role = await inside(() => makeRole('field_user'))
    const email = `${unique('new')}@example.com`
    const send = sender(client, admin.identity)
    await send('post', path('/team/invitations'), { name: 'New', email, role: 'agent', roleId: role.id })
    const invitation = await inside(() => Invitation.findByOrFail('email', email))
    assert.deepEqual([invitation.role, invitation.roleId], ['field_user', role.id])
  })

  test('refuses what is no subject, action or level', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const send = sender(client, admin.identity)
    for (const grants of [
      { leads: { read: 'everything' } },
      { settings: { edit: 'team' } },
      { leads: { create: 'own' } },
    ]) {
      await send('post', path('/settings/roles'), draft({ basedOn: 'agent', grants }))
    }
    await send(
      'post',
      path('/settings/roles'),
      draft({ basedOn: 'agent', name: 'Odd', grants: { leads: { fly: 'all' }, moon: { read: 'all' } } })
    )
    const roles = await inside(() => Role.all())
    assert.deepEqual(
      roles.map(({ name }) => name),
      ['Odd']
    )
    assert.notInclude(JSON.stringify(roles[0].grants), 'fly')
    assert.notInclude(JSON.stringify(roles[0].grants), 'moon')
  })
})

test.group('Nobody gives more than they have', () => {
  async function managed() {
    const company = await makeCompany()
    const manager = await makeMemberWith(company, 'supervisor', { grants: MANAGER })
    const agent = await makeMember(company.tenant, 'agent')
    return { ...company, manager, agent }
  }
  const roleOf = (company: { inside<T>(work: () => Promise<T>): Promise<T> }, user: User) =>
    company.inside(async () => {
      const { role, roleId } = await User.findOrFail(user.id)
      return { role, roleId }
    })
  const facts = (user: User) => ({ name: user.name, phone: null })

  test('a manager of roles makes roles within their own rights', async ({ client, assert }) => {
    const { manager, agent, path, ...company } = await managed()
    const send = sender(client, manager.identity)
    await send(
      'post',
      path('/settings/roles'),
      draft({ name: 'Small', basedOn: 'agent', grants: { mails: { read: 'all' } } })
    )
    const role = await company.inside(() => Role.findByOrFail('name', 'Small'))
    await send('patch', path(`/team/${agent.user.id}`), {
      ...facts(agent.user),
      role: 'agent',
      roleId: role.id,
    })
    assert.deepEqual(await roleOf(company, agent.user), { role: 'agent', roleId: role.id })
  })

  test('but none beyond them, be it new, changed, copied or given', async ({ client, assert }) => {
    const { manager, agent, path, admin, ...company } = await managed()
    const send = sender(client, manager.identity)
    const [powerful, small] = await company.inside(async () => [
      await makeRole('agent', { grants: { settings: { edit: 'all' } } }),
      await makeRole('agent'),
    ])
    const attempts = [
      await send('post', path('/settings/roles'), draft({ basedOn: 'admin' })),
      await send(
        'post',
        path('/settings/roles'),
        draft({ basedOn: 'agent', grants: { audit: { read: 'all' } } })
      ),
      await send(
        'put',
        path(`/settings/roles/${small.id}`),
        draft({ grants: { settings: { edit: 'all' } } })
      ),
      await send(
        'put',
        path(`/settings/roles/${manager.role.id}`),
        draft({ grants: { ...MANAGER, settings: { edit: 'all' } } })
      ),
      await send('put', path(`/settings/roles/${powerful.id}`), draft()),
      await send('delete', path(`/settings/roles/${powerful.id}`)),
      await send('patch', path(`/team/${agent.user.id}`), { ...facts(agent.user), role: 'admin' }),
      await send('patch', path(`/team/${agent.user.id}`), {
        ...facts(agent.user),
        role: 'agent',
        roleId: powerful.id,
      }),
      await send('patch', path(`/team/${admin.user.id}`), { ...facts(admin.user), role: 'agent' }),
      await send('patch', path(`/team/${manager.user.id}`), { ...facts(manager.user), role: 'admin' }),
      await send('patch', path(`/team/${manager.user.id}`), { ...facts(manager.user), role: 'agent' }),
      await send('post', path('/team/invitations'), { name: 'Eve', email: 'eve@example.com', role: 'admin' }),
    ]
    for (const [at, attempt] of attempts.entries()) {
      assert.match(
        JSON.stringify(attempt.flashMessages()) + attempt.text(),
        /more than you may|your own role/,
        `attempt ${at}`
      )
    }
    ;(await send('post', path(`/team/${admin.user.id}/deactivation`))).assertStatus(403)
    await company.inside(async () => {
      assert.isTrue((await User.findOrFail(admin.user.id)).isActive)
      assert.lengthOf(await Role.all(), 3)
      assert.deepEqual((await Role.findOrFail(powerful.id)).grants, { settings: { edit: 'all' } })
      assert.deepEqual((await Role.findOrFail(small.id)).grants, {})
      assert.isEmpty(await Invitation.all())
    })
    assert.deepEqual(await roleOf(company, agent.user), { role: 'agent', roleId: null })
    assert.deepEqual(await roleOf(company, admin.user), { role: 'admin', roleId: null })
    assert.deepEqual(await roleOf(company, manager.user), { role: 'supervisor', roleId: manager.role.id })
  })

  test('an administrator with a limited role cannot shed it', async ({ client, assert }) => {
    const company = await makeCompany()
    const limited = await makeMemberWith(company, 'admin', { grants: { settings: { edit: 'none' } } })
    const send = sender(client, limited.identity)
    await send('patch', company.path(`/team/${limited.user.id}`), {
      ...facts(limited.user),
      role: 'admin',
      roleId: null,
    })
    assert.deepEqual(await roleOf(company, limited.user), { role: 'admin', roleId: limited.role.id })
  })

  test('teams are for those to whom they bring nothing', async ({ client }) => {
    const company = await makeCompany()
    const grants = { ...MANAGER, leads: { read: 'team' } } as const
    const { identity, user } = await makeMemberWith(company, 'supervisor', { grants })
    const team = await company.inside(() => makeTeam([user]))
    const everybody = await company.inside(() => User.active())
    const members = everybody.map(({ id }) => id)
    const answer = await sender(client, identity)('put', company.path(`/settings/teams/${team.id}`), {
      name: team.name,
      parentId: null,
      members,
      leads: [],
    })
    answer.assertStatus(403)
  })
})

test.group('The last administrator', () => {
  test('cannot take a custom role, which nobody could take back', async ({ client, assert }) => {
    const { path, admin, inside } = await makeCompany()
    const role = await inside(() => makeRole('admin', { grants: { settings: { edit: 'none' } } }))
    const { user, identity } = admin
    await sender(client, identity)('patch', path(`/team/${user.id}`), {
      name: user.name,
      phone: null,
      role: 'admin',
      roleId: role.id,
    })
    await inside(async () => assert.isNull((await User.findOrFail(user.id)).roleId))
  })

  test('keeps members and roles in every role based on it', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const { rights } = await makeRole('admin', {
        grants: { members: { read: 'none' }, roles: {}, leads: {} },
      })
      assert.isTrue(rights.may('assign', 'roles') && rights.may('edit', 'members'))
      assert.isFalse(rights.may('read', 'leads'))
    })
  })
})

test.group('Teams', () => {
  test('are made, moved and left, without circles', async ({ client, assert }) => {
    const { tenant, path, admin, inside } = await makeCompany()
    const { user } = await makeMember(tenant, 'agent')
    const send = sender(client, admin.identity)
    await send('post', path('/settings/teams'), {
      name: 'North',
      parentId: null,
      members: [user.id],
      leads: [user.id],
    })
    const page = await client.get(path('/settings/teams')).loginAs(admin.identity).withInertia()
    const [{ id, ...north }] = (page.inertiaProps as { teams: { id: string }[] }).teams
    assert.deepEqual(north, { name: 'North', parentId: null, members: [user.id], leads: [user.id] } as never)
    const below = await inside(() => makeTeam())
    await inside(() => below.revise({ name: below.name, parentId: id }))
    const circle = await send('put', path(`/settings/teams/${id}`), {
      name: 'North',
      parentId: below.id,
      members: [],
      leads: [],
    })
    assert.include(JSON.stringify(circle.flashMessages()) + circle.text(), 'below itself')
    await inside(async () =>
      assert.deepEqual(await eventNames({ id }), ['team.created', 'team.members_changed'])
    )
  })

  test('show a colleague’s lead to a role that reaches the team, through every door', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { tenant, inside, path } = company
    const mate = await makeMember(tenant, 'agent')
    const { user, identity } = await makeMemberWith(company, 'agent', {
      grants: { leads: { read: 'team', edit: 'own' } },
    })
    const [ours, theirs] = await inside(async () => {
      await makeTeam([user, mate.user])
      const leads = [await receiveLead(), await receiveLead()]
      await leads[0].assign(mate.user)
      return leads
    })
    const at = (address: string) => client.get(path(address)).loginAs(identity).withInertia()
    const list = (await at('/leads')).inertiaProps as { leads: { id: string }[]; meta: { count: string } }
    assert.deepEqual(
      list.leads.map(({ id }) => id),
      [ours.id]
    )
    assert.equal(list.meta.count, '1')
    ;(await at(`/leads/${ours.id}`)).assertStatus(200)
    ;(await at(`/leads/${theirs.id}`)).assertStatus(404)
    const start = await sender(client, identity)('post', path(`/leads/${ours.id}/start`))
    start.assertStatus(403)
  })
})

test.group('What belongs to a record', () => {
  test('is left out where the reader may not read it', async ({ client, assert }) => {
    const company = await makeCompany()
    const { identity } = await makeMemberWith(company, 'agent', {
      grants: { messages: { read: 'none' }, orders: { read: 'none' } },
    })
    const clerk = await makeMemberWith(company, 'agent', {
      grants: { leads: { read: 'none' }, customers: { read: 'none' } },
    })
    const { inside, path, tenant } = company
    const { lead, order } = await inside(async () => {
      const customer = await Customer.register({ name: 'Cleo Secret', country: 'US' })
      const one = await receiveLead({ customerId: customer.id, contact: { name: 'Ann Secret' } })
      await Message.post({ lead: one, author: 'customer', body: 'My word is hidden' })
      const plan = { window: tomorrow(), assignee: null, note: null, by: null }
      return { lead: one, order: await Order.fromLead(one, plan) }
    })
    const page = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(identity)
      .withInertia()
    page.assertStatus(200)
    assert.isNull((page.inertiaProps as { order: unknown }).order)
    assert.notInclude(page.text(), 'My word is hidden')
    const secret = await inside(() => AccessToken.mint(company.admin.user, 'Script'))
    const shown = await client.get(`/api/leads/${lead.id}/history`).bearerToken(secret).accept('json')
    assert.include(shown.text(), 'My word is hidden')
    const orderPage = await client
      .get(path(`/orders/${order.id}`))
      .loginAs(clerk.identity)
      .withInertia()
    orderPage.assertStatus(200)
    assert.notInclude(orderPage.text(), 'Secret', tenant.slug)
  })
})

test.group('Explanations', () => {
  test('what somebody can do, and why', async ({ client, assert }) => {
    const company = await makeCompany()
    const { user } = await makeMemberWith(company, 'agent', {
      grants: { leads: { read: 'team', edit: 'all' } },
    })
    const page = await client
      .get(company.path(`/team/${user.id}/permissions`))
      .loginAs(company.admin.identity)
      .withInertia()
    const { member } = page.inertiaProps as {
      member: {
        subjects: {
          subject: string
          actions: { action: string; level: string; source: string; limitedFrom: string | null }[]
        }[]
      }
    }
    const of = (subject: string, action: string) =>
      member.subjects.find((one) => one.subject === subject)!.actions.find((one) => one.action === action)!
    assert.containsSubset(of('leads', 'read'), { level: 'team', source: 'custom', limitedFrom: null })
    assert.containsSubset(of('leads', 'edit'), { level: 'team', source: 'custom', limitedFrom: 'all' })
    assert.containsSubset(of('orders', 'read'), { level: 'all', source: 'standard' })
    assert.containsSubset(of('messages', 'read'), { level: 'team', source: 'standard', limitedFrom: 'all' })
  })

  test('who sees a record, and why: exactly those who find it', async ({ client, assert }) => {
    const company = await makeCompany()
    const { tenant, inside, path, admin } = company
    const field = await makeMember(tenant, 'field_user')
    await makeMember(tenant, 'associate')
    const mate = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'team' } } })
    const blind = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'none' } } })
    const lead = await inside(async () => {
      await makeTeam([mate.user, field.user, blind.user])
      const one = await receiveLead()
      await one.assign(field.user)
      return one
    })
    const page = await client
      .get(path(`/viewers/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const { viewers } = page.inertiaProps as {
      viewers: { id: string; reason: { kind: string; why?: string } }[]
    }
    const reasons = Object.fromEntries(viewers.map(({ id, reason }) => [id, reason]))
    assert.sameMembers(Object.keys(reasons), [admin.user.id, field.user.id, mate.user.id])
    assert.equal(reasons[admin.user.id].kind, 'everything')
    assert.deepEqual(reasons[field.user.id], { kind: 'own', why: 'assigned' })
    assert.containsSubset(reasons[mate.user.id], {
      kind: 'colleague',
      why: 'assigned',
      name: field.user.name,
    })
    await inside(async () => {
      for (const user of await User.withRights()) {
        const { default: Lead } = await import('#app/leads/lead')
        const found = await Lead.visibleTo(await withRights(user))
          .where('leads.id', lead.id)
          .first()
        assert.equal(found !== null, user.id in reasons, user.name)
      }
    })
  })
})
