import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Role from '#app/access/role'
import User from '#app/identity/user'
import ScimDraft from '#app/single_sign_on/scim_draft'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { formErrors } from '#tests/form_errors'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { connect, SETTINGS, TestIssuer, walk } from '#tests/test_issuer'

let issuer: TestIssuer

const here = '/settings/single_sign_on'
type Draft = { grants?: object; basedOn?: 'agent' | 'supervisor' | 'admin'; name?: string }

const makeRole = (company: Company, { grants = {}, basedOn = 'agent', name = 'Dispatcher' }: Draft = {}) =>
  company.inside(() => Role.make({ name, description: null, basedOn, grants: grants as never, fields: {} }))

const send = (client: ApiClient, company: Company, path: string, body: object, as: Member = company.admin) =>
  client
    .request(company.path(here + path), path ? 'POST' : 'PUT')
    .json(body)
    .header('accept', 'text/html')
    .header('referer', company.path(here))
    .loginAs(as.identity)
    .withSession({ provenAt: Date.now() })
    .withCsrfToken()
    .redirects(0)

test.group('Rules that lead to roles of the company’s own', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('give them to newcomers, and follow the issuer where it decides', async ({ client, assert }) => {
    const company = await makeCompany()
    const role = await makeRole(company)
    const other = await makeRole(company, { name: 'Planner', basedOn: 'supervisor' })
    const { address } = await connect(company, issuer.url, {
      decidesRoles: true,
      roleMap: [{ value: 'dispatch', role: 'agent', roleId: role.id }],
      defaultRole: 'supervisor',
      defaultRoleId: other.id,
    })
    Object.assign(issuer.claims, { email: address(), realm_access: { roles: ['dispatch'] } })
    const id = (await walk(client, company)).session().auth_web
    const roleNow = async () => {
      const user = await company.inside(() => User.findByOrFail('identityId', id))
      return [user.role, user.roleId]
    }
    assert.deepEqual(await roleNow(), ['agent', role.id])
    issuer.claims.realm_access = { roles: [] }
    await walk(client, company)
    assert.deepEqual(await roleNow(), ['supervisor', other.id])
  })

  test('give them to those whom a directory brings', async ({ assert }) => {
    const company = await makeCompany()
    const role = await makeRole(company)
    const { address } = await connect(company, issuer.url, {
      roleMap: [{ value: 'dispatch', role: 'agent', roleId: role.id }],
    })
    const person = { userName: address(), roles: ['dispatch'] }
    const user = await company.inside(() => ScimPeople.bring(ScimDraft.from(person)))
    assert.deepEqual([user.role, user.roleId], ['agent', role.id])
  })

  test('keep the role from being deleted', async ({ client, assert }) => {
    const company = await makeCompany()
    const [ruled, otherwise] = [await makeRole(company), await makeRole(company, { name: 'Planner' })]
    await connect(company, issuer.url, {
      roleMap: [{ value: 'dispatch', role: 'agent', roleId: ruled.id }],
      defaultRole: 'agent',
      defaultRoleId: otherwise.id,
    })
    const remove = (id: string) =>
      client
        .delete(company.path(`/settings/roles/${id}`))
        .header('accept', 'text/html')
        .loginAs(company.admin.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
    for (const { id, name } of [ruled, otherwise]) {
      const answer = await remove(id)
      answer.assertFlashMessage(
        'error',
        `Single sign-on gives the role ${name}. Take it out of the rules under Settings, Single sign-on first.`
      )
      assert.isNotNull(await company.inside(() => Role.find(id)))
    }
    await company.inside(() => SsoConnection.save({ ...SETTINGS, issuer: issuer.url }))
    await remove(ruled.id)
    assert.isNull(await company.inside(() => Role.find(ruled.id)))
  })

  test('take no role of another company, and the standard role that one is based on', async ({
    client,
    assert,
  }) => {
    const [company, other] = [await makeCompany(), await makeCompany()]
    const [own, foreign] = [await makeRole(company), await makeRole(other)]
    await connect(company, issuer.url)
    const settings = (roleId: string) => ({
      ...SETTINGS,
      issuer: issuer.url,
      roleMap: [{ value: 'x', role: 'admin', roleId }],
    })
    ;(await send(client, company, '', settings(foreign.id))).assertStatus(404)
    await send(client, company, '', settings(own.id))
    const connection = await company.inside(() => SsoConnection.own())
    assert.deepEqual(connection!.roleMap, [{ value: 'x', role: 'agent', roleId: own.id }])
  })

  test('never give more than their author may', async ({ client, assert }) => {
    const company = await makeCompany()
    const author = await makeRole(company, {
      name: 'Sign-on keeper',
      grants: { single_sign_on: { read: 'all', edit: 'all' } },
    })
    const mighty = await makeRole(company, {
      name: 'Exporter',
      grants: {
        leads: { read: 'all', create: 'all', edit: 'all', delete: 'all', export: 'all', assign: 'all' },
      },
    })
    const keeper = await makeMember(company.tenant, 'agent')
    await company.inside(() => keeper.user.change({ role: 'agent', roleId: author.id }))
    await connect(company, issuer.url, { roleMap: [], defaultRole: 'associate' })
    const save = (change: object) =>
      send(
        client,
        company,
        '',
        { ...SETTINGS, roleMap: [], defaultRole: 'agent', issuer: issuer.url, ...change },
        keeper
      )
    const roles = async () => {
      const connection = await company.inside(() => SsoConnection.own())
      return [connection!.roleMap, connection!.defaultRole]
    }
    for (const beyond of [
      { roleMap: [{ value: 'x', role: 'admin' }] },
      { roleMap: [{ value: 'x', role: 'supervisor' }] },
      { roleMap: [{ value: 'x', role: 'agent', roleId: mighty.id }] },
      { defaultRole: 'admin' },
      { defaultRole: 'agent', defaultRoleId: mighty.id },
    ]) {
      assert.property(formErrors(await save(beyond)), 'role')
      assert.deepEqual(await roles(), [[], 'associate'], JSON.stringify(beyond))
    }
    await save({ roleMap: [{ value: 'x', role: 'agent', roleId: author.id }] })
    assert.deepEqual(await roles(), [[{ value: 'x', role: 'agent', roleId: author.id }], 'agent'])
  })

  test('can be tried on claims before they are saved, with the reason', async ({ client, assert }) => {
    const company = await makeCompany()
    const role = await makeRole(company)
    const rules = {
      roleClaim: 'realm_access.roles',
      roleMap: [
        { value: 'crm-admin', role: 'admin' },
        { value: 'dispatch', role: 'agent', roleId: role.id },
      ],
      defaultRole: null,
    }
    const tried = async (claims: unknown, change = {}) => {
      const text = typeof claims === 'string' ? claims : JSON.stringify(claims)
      const answer = await send(client, company, '/role_previews', { ...rules, ...change, claims: text })
      return answer.flashMessage('rolePreview') as { choice: object | null; why: string }
    }
    assert.deepEqual(await tried({ realm_access: { roles: ['a', 'dispatch'] } }), {
      choice: { role: 'agent', roleId: role.id },
      why: 'Rule 2: the claim realm_access.roles says “dispatch”.',
    })
    assert.deepEqual(await tried({ realm_access: { roles: ['a', 'b'] } }), {
      choice: null,
      why: 'The claim realm_access.roles says “a”, “b”, and no rule names any of it.',
    })
    assert.deepEqual(await tried({ groups: ['dispatch'] }, { defaultRole: 'associate' }), {
      choice: { role: 'associate', roleId: null },
      why: 'There is no realm_access.roles among these claims, so no rule is met.',
    })
    assert.deepEqual((await tried({ groups: 'dispatch' }, { roleClaim: 'groups' })).choice, {
      role: 'agent',
      roleId: role.id,
    })
    for (const unreadable of ['dispatch', '[1]', 'null', '{']) {
      const answer = await send(client, company, '/role_previews', { ...rules, claims: unreadable })
      assert.property(formErrors(answer), 'claims')
    }
    assert.isNull(await company.inside(() => SsoConnection.own()))
  })

  test('can be tried on the claims of one’s own last sign-in, which nobody else sees', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    Object.assign(issuer.claims, { email: address(), realm_access: { roles: ['crm-admin'] } })
    const mine = await walk(client, company)
    const read = async (session: object) => {
      const page = await client
        .get(company.path(here))
        .withSession(session as never)
        .withInertia()
      return (page.body() as { props: { ownClaims: string | null } }).props.ownClaims
    }
    assert.deepInclude(JSON.parse((await read(mine.session()))!), { realm_access: { roles: ['crm-admin'] } })
    assert.isNull(await read({ auth_web: company.admin.identity.id }))
  })
})
