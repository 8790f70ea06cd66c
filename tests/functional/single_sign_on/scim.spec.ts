import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Identity from '#app/identity/identity'
import User from '#app/identity/user'
import ScimToken from '#app/single_sign_on/scim_token'
import { makeCompany, makeMember, unique, type Company } from '#tests/factories'
import { bodyOf, ERROR, PATCH, USER, withDirectory } from '#tests/scim_directory'
import { fingerprint } from '#tests/functional/stranger/wall'

type Resource = {
  id: string
  userName: string
  externalId?: string
  displayName: string
  active: boolean
  emails: { value: string }[]
  name: { formatted: string; givenName: string; familyName?: string }
  phoneNumbers?: { value: string }[]
  roles: { value: string }[]
  meta: { version: string; location: string; resourceType: string }
}
type Failure = { schemas: string[]; status: string; scimType?: string; detail: string }
type List = { totalResults: number; itemsPerPage: number; startIndex: number; Resources: Resource[] }

const memberOf = (company: Company, id: string) => company.inside(() => User.findOrFail(id))

test.group('A directory brings people', () => {
  test('as Okta writes them', async ({ client, assert }) => {
    const { company, address, directory } = await withDirectory(client)
    const email = address()
    const made = await directory.create<Resource>({
      userName: email,
      name: { givenName: 'Rosa', familyName: 'Diaz' },
      emails: [{ primary: true, value: email, type: 'work' }],
      displayName: 'Rosa Diaz',
      locale: 'en-US',
      externalId: '00ujl29u0le5T6Aj10h7',
      groups: [],
      password: '1mz050nq',
      active: true,
    })
    assert.containsSubset(made, {
      schemas: [USER],
      userName: email,
      externalId: '00ujl29u0le5T6Aj10h7',
      displayName: 'Rosa Diaz',
      name: { givenName: 'Rosa', familyName: 'Diaz' },
      active: true,
      roles: [{ value: 'associate' }],
      meta: { resourceType: 'User' },
    })
    const user = await memberOf(company, made.id)
    assert.equal(user.name, 'Rosa Diaz')
    const identity = await Identity.findOrFail(user.identityId)
    assert.isNull(identity.password, 'the password that a directory sends is not kept')
  })

  test('as Entra ID writes them, and lets one go by “False”', async ({ client, assert }) => {
    const { company, address, directory } = await withDirectory(client)
    const mail = address()
    const userName = `UPN-${unique('u')}@tenant.onmicrosoft.example`
    const made = await directory.create<Resource>({
      schemas: [USER, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
      externalId: unique('oid'),
      userName,
      active: true,
      displayName: 'Lovisa Berg',
      emails: [{ primary: true, type: 'work', value: mail }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Lovisa Berg', familyName: 'Berg', givenName: 'Lovisa' },
      roles: [],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Sales' },
    })
    assert.equal(made.userName, userName.toLowerCase())
    assert.equal(made.emails[0].value, mail)
    const left = await directory.patch<Resource>(made.id, { op: 'Replace', path: 'active', value: 'False' })
    assert.isFalse(left.active)
    assert.isNotNull((await memberOf(company, made.id)).deactivatedAt)
    const back = await directory.patch<Resource>(made.id, { op: 'Replace', path: 'active', value: 'True' })
    assert.isTrue(back.active)
    const renamed = await directory.patch<Resource>(
      made.id,
      { op: 'Replace', path: 'name.familyName', value: 'Lind' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'other@elsewhere.example' },
      { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '+1 303 555 0142' },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
        value: '26118915',
      },
      { op: 'Remove', path: 'title' }
    )
    assert.equal(renamed.displayName, 'Lovisa Lind')
    assert.equal(renamed.phoneNumbers?.[0].value, '+13035550142')
    assert.equal(renamed.emails[0].value, mail, 'only its owner changes the address')
    const renamedAgain = await directory.patch<Resource>(made.id, {
      op: 'Add',
      value: { displayName: 'Lovisa L', 'urn:ietf:params:scim:schemas:core:2.0:User:externalId': 'x9' },
    })
    assert.containsSubset(renamedAgain, { displayName: 'Lovisa L', externalId: 'x9' })
  })

  test('with the role that the company’s map gives them', async ({ client, assert }) => {
    const { address, directory } = await withDirectory(client)
    const agent = await directory.create<Resource>({
      userName: address(),
      roles: [{ value: 'crm-office', primary: true }],
    })
    assert.equal(agent.roles[0].value, 'agent')
    const other = await directory.create<Resource>({ userName: address(), roles: ['unheard-of'] })
    assert.equal(other.roles[0].value, 'associate')
  })

  test('and finds them again, whether it brought them or not, by filters in any case', async ({
    client,
    assert,
  }) => {
    const { company, address, directory } = await withDirectory(client)
    const email = address()
    const made = await directory.create<Resource>({ userName: email, externalId: 'E-1' })
    for (const filter of [
      `userName eq "${email}"`,
      `USERNAME EQ "${email.toUpperCase()}"`,
      `urn:ietf:params:scim:schemas:core:2.0:User:userName eq "${email}"`,
      'externalId eq "E-1"',
      `emails[type eq "work"].value eq "${email}"`,
      `emails.value eq "${email}"`,
      `id eq "${made.id}"`,
    ]) {
      const { totalResults, Resources } = await directory.get<List>(
        `Users?filter=${encodeURIComponent(filter)}`
      )
      assert.equal(totalResults, 1, filter)
      assert.equal(Resources[0].id, made.id, filter)
    }
    const { admin } = company
    const found = await directory.get<List>(
      `Users?filter=${encodeURIComponent(`userName eq "${admin.identity.email}"`)}`
    )
    assert.equal(found.Resources[0].id, admin.user.id)
    const none = await directory.get<List>(`Users?filter=${encodeURIComponent('externalId eq "e-1"')}`)
    assert.deepEqual([none.totalResults, none.Resources], [0, []])
  })

  test('and pages through them, counted from 1', async ({ client, assert }) => {
    const { company, directory } = await withDirectory(client)
    for (let index = 0; index < 4; index++) await makeMember(company.tenant, 'agent')
    const seen = []
    for (const startIndex of [1, 3, 5]) {
      const page = await directory.get<List>(`Users?startIndex=${startIndex}&count=2`)
      assert.include(page, { totalResults: 5, startIndex })
      seen.push(...page.Resources.map(({ id }) => id))
    }
    assert.lengthOf(new Set(seen), 5)
    assert.include(await directory.get<List>('Users?count=0'), { totalResults: 5, itemsPerPage: 0 })
    assert.include(await directory.get<List>('Users?startIndex=-3&count=x'), {
      startIndex: 1,
      itemsPerPage: 5,
    })
    assert.include(await directory.get<List>('Users?startIndex=900'), { totalResults: 5, itemsPerPage: 0 })
    const page = await directory.get<List>('Users?attributes=userName&count=1')
    assert.sameMembers(Object.keys(page.Resources[0]), ['schemas', 'id', 'userName'])
  })

  test('and replaces what it knows of them; leaving `active` out lets nobody in', async ({
    client,
    assert,
  }) => {
    const { address, directory } = await withDirectory(client)
    const userName = address()
    const made = await directory.create<Resource>({ userName, externalId: 'E-1', displayName: 'One' })
    await directory.patch<Resource>(made.id, { op: 'replace', value: { active: false } })
    const answer = await directory.send('PUT', `Users/${made.id}`, {
      schemas: [USER],
      id: made.id,
      userName,
      name: { givenName: 'Two', familyName: 'Names' },
    })
    answer.assertStatus(200)
    const body = bodyOf<Resource>(answer)
    assert.containsSubset(body, { displayName: 'Two Names', active: false })
    assert.notProperty(body, 'externalId')
  })

  test('and takes them away: they are gone for it, but nothing of theirs is', async ({ client, assert }) => {
    const { company, address, directory } = await withDirectory(client)
    const person = { userName: address(), externalId: 'E-1', displayName: 'Back Again' }
    const made = await directory.create<Resource>(person)
    ;(await directory.send('DELETE', `Users/${made.id}`)).assertStatus(204)
    ;(await directory.send('GET', `Users/${made.id}`)).assertStatus(404)
    ;(await directory.send('DELETE', `Users/${made.id}`)).assertStatus(404)
    assert.isNotNull((await memberOf(company, made.id)).deactivatedAt)
    const again = await directory.create<Resource>(person)
    assert.equal(again.id, made.id)
    assert.isTrue(again.active)
  })
})

test.group('A directory is refused', () => {
  const failureOf = async (answer: Promise<{ text(): string; body(): unknown; status(): number }>) => {
    const response = await answer
    return { code: response.status(), ...bodyOf<Failure>(response) }
  }

  test('without a token, with a wrong or revoked one, or one of another kind', async ({ client, assert }) => {
    const { company, directory } = await withDirectory(client)
    await company.inside(async () => (await ScimToken.findByOrFail('name', 'Directory')).revoke())
    for (const token of ['', 'x', `lks_${'a'.repeat(43)}`, `lk_${'a'.repeat(43)}`, directory.token]) {
      const answer = await client.get('/scim/v2/Users').bearerToken(token)
      answer.assertStatus(401)
      answer.assertHeader('www-authenticate', 'Bearer')
      const body = bodyOf<Failure>(answer)
      assert.deepInclude(body, { schemas: [ERROR], status: '401' })
    }
    const { rows } = await db
      .connection('system')
      .rawQuery<{ rows: object[] }>('select t::text from scim_tokens t where tenant_id = ?', [
        company.tenant.id,
      ])
    assert.notInclude(JSON.stringify(rows), directory.token)
  })

  test('for somebody of another company, and changes nothing', async ({ client, assert }) => {
    const { company, directory } = await withDirectory(client)
    const other = await makeCompany()
    const before = await fingerprint([other.tenant.id])
    const { id } = other.admin.user
    const patch = { schemas: [PATCH], Operations: [{ op: 'replace', path: 'active', value: false }] }
    for (const [method, body] of [
      ['GET'],
      ['PUT', { userName: 'x@y.example' }],
      ['PATCH', patch],
      ['DELETE'],
    ] as const) {
      const failure = await failureOf(directory.send(method, `Users/${id}`, body))
      assert.equal(failure.code, 404)
      assert.equal(failure.status, '404')
    }
    for (const filter of [`id eq "${id}"`, `userName eq "${other.admin.identity.email}"`]) {
      const found = await directory.get<List>(`Users?filter=${encodeURIComponent(filter)}`)
      assert.equal(found.totalResults, 0)
    }
    assert.deepEqual(await fingerprint([other.tenant.id]), before)
    assert.notEqual(company.tenant.id, other.tenant.id)
  })

  test('for an address whose domain the company has not proved, even of an existing login', async ({
    client,
    assert,
  }) => {
    const { directory } = await withDirectory(client)
    const other = await makeCompany()
    const failure = await failureOf(directory.send('POST', 'Users', { userName: other.admin.identity.email }))
    assert.include(failure, { code: 400, scimType: 'invalidValue' })
    assert.include(failure.detail, 'has not proved')
  })

  test('for a name that is taken, whoever asks first', async ({ client, assert }) => {
    const { address, directory } = await withDirectory(client)
    const userName = address()
    await directory.create({ userName })
    const again = await failureOf(directory.send('POST', 'Users', { userName: userName.toUpperCase() }))
    assert.include(again, { code: 409, scimType: 'uniqueness' })
    const other = await directory.create<Resource>({ userName: address() })
    const taken = await failureOf(
      directory.send('PATCH', `Users/${other.id}`, {
        schemas: [PATCH],
        Operations: [{ op: 'replace', path: 'userName', value: userName }],
      })
    )
    assert.include(taken, { code: 409, scimType: 'uniqueness' })
  })

  test('to take the last administrator away', async ({ client, assert }) => {
    const { company, directory } = await withDirectory(client)
    const failure = await failureOf(directory.send('DELETE', `Users/${company.admin.user.id}`))
    assert.equal(failure.code, 409)
    assert.include(failure.detail, 'at least one active administrator')
    assert.isNull((await memberOf(company, company.admin.user.id)).deactivatedAt)
  })

  const UNREADABLE: [string, object, string][] = [
    [
      'no schema of a patch',
      { Operations: [{ op: 'replace', path: 'active', value: false }] },
      'invalidSyntax',
    ],
    ['no operations', { schemas: [PATCH], Operations: [] }, 'invalidSyntax'],
    [
      'an unknown operation',
      { schemas: [PATCH], Operations: [{ op: 'move', path: 'active' }] },
      'invalidSyntax',
    ],
    ['a removal of everything', { schemas: [PATCH], Operations: [{ op: 'remove' }] }, 'noTarget'],
    [
      'a path that is none',
      { schemas: [PATCH], Operations: [{ op: 'add', path: 'a b]', value: 1 }] },
      'invalidPath',
    ],
    [
      'a truth that is none',
      { schemas: [PATCH], Operations: [{ op: 'replace', path: 'active', value: 'maybe' }] },
      'invalidValue',
    ],
    [
      'a name that is no text',
      { schemas: [PATCH], Operations: [{ op: 'replace', path: 'displayName', value: { a: 1 } }] },
      'invalidValue',
    ],
    [
      'a user without a name',
      { schemas: [PATCH], Operations: [{ op: 'remove', path: 'userName' }] },
      'invalidValue',
    ],
  ]
  for (const [what, body, scimType] of UNREADABLE) {
    test(`for ${what}, and nothing of the request stays`, async ({ client, assert }) => {
      const { company, address, directory } = await withDirectory(client)
      const { id } = await directory.create<Resource>({ userName: address() })
      const before = await fingerprint([company.tenant.id])
      assert.include(await failureOf(directory.send('PATCH', `Users/${id}`, body)), { code: 400, scimType })
      const after = await fingerprint([company.tenant.id])
      assert.deepEqual({ ...after, scim_tokens: '' }, { ...before, scim_tokens: '' })
    })
  }

  test('for a filter that it does not know, or that wants to be SQL', async ({ client, assert }) => {
    const { directory } = await withDirectory(client)
    for (const filter of [
      'userName sw "a"',
      'password eq "x"',
      'userName eq x',
      'userName eq "a" or userName eq "b"',
      `userName eq "a'; drop table users; --`,
      'constructor eq "x"',
      '__proto__ eq "x"',
      'a'.repeat(600),
    ]) {
      const failure = await failureOf(directory.send('GET', `Users?filter=${encodeURIComponent(filter)}`))
      assert.include(failure, { code: 400, scimType: 'invalidFilter' }, filter)
    }
    const quoted = await directory.get<List>(
      `Users?filter=${encodeURIComponent(`userName eq "a' or 1=1 --"`)}`
    )
    assert.equal(quoted.totalResults, 0)
  })

  test('when somebody was changed since it has read them', async ({ client, assert }) => {
    const { address, directory } = await withDirectory(client)
    const made = await directory.create<Resource>({ userName: address() })
    const etag = made.meta.version
    const same = await directory.send('GET', `Users/${made.id}`, undefined, { 'if-none-match': etag })
    same.assertStatus(304)
    await directory.patch<Resource>(made.id, { op: 'replace', path: 'displayName', value: 'Changed' })
    const stale = await directory.send('DELETE', `Users/${made.id}`, undefined, { 'if-match': etag })
    stale.assertStatus(412)
    assert.equal(bodyOf<Failure>(stale).status, '412')
    const fresh = (await directory.get<Resource>(`Users/${made.id}`)).meta.version
    ;(await directory.send('DELETE', `Users/${made.id}`, undefined, { 'if-match': fresh })).assertStatus(204)
  })
})

test('The documents of the provisioning say what there is, and no more', async ({ client, assert }) => {
  const { directory } = await withDirectory(client)
  const config = await directory.get<Record<string, unknown>>('ServiceProviderConfig')
  assert.containsSubset(config, {
    patch: { supported: true },
    bulk: { supported: false },
    etag: { supported: true },
  })
  const types = await directory.get<{ Resources: { id: string }[] }>('ResourceTypes')
  assert.deepEqual(
    types.Resources.map(({ id }) => id),
    ['User', 'Group']
  )
  ;(await directory.send('GET', 'ResourceTypes/User')).assertStatus(200)
  ;(await directory.send('GET', `Schemas/${USER}`)).assertStatus(200)
  ;(await directory.send('GET', 'Schemas/x')).assertStatus(404)
  const answer = await directory.send('GET', 'Schemas')
  answer.assertHeader('content-type', 'application/scim+json')
  const [schema] = bodyOf<{ Resources: { attributes: { name: string }[] }[] }>(answer).Resources
  const made = await directory.get<List>('Users?count=1')
  const described = schema.attributes.map(({ name }) => name)
  for (const name of Object.keys(made.Resources[0]).filter((one) => !['schemas', 'id', 'meta'].includes(one)))
    assert.include(described, name)
})
