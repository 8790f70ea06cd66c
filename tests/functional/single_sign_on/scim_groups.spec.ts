import { test } from '@japa/runner'
import Team from '#app/access/team'
import TeamMember from '#app/access/team_member'
import { makeCompany, makeMember, unique, type Company } from '#tests/factories'
import { bodyOf, GROUP, PATCH, withDirectory } from '#tests/scim_directory'
import { fingerprint } from '#tests/functional/stranger/wall'

type Group = {
  id: string
  displayName: string
  externalId?: string
  members: { value: string; display: string; type: string; $ref: string }[]
  meta: { version: string; location: string; resourceType: string }
}
type List = { totalResults: number; itemsPerPage: number; startIndex: number; Resources: Group[] }
type Failure = { status: string; scimType?: string; detail: string }

const idsOf = ({ members }: Group) => members.map(({ value }) => value)

async function withPeople(client: Parameters<typeof withDirectory>[0]) {
  const made = await withDirectory(client)
  const people = []
  for (let at = 0; at < 3; at++) people.push((await makeMember(made.company.tenant, 'agent')).user)
  people.sort((one, other) => one.id.localeCompare(other.id))
  const push = (group: object) => made.directory.create<Group>({ schemas: [GROUP], ...group }, 'Groups')
  const patch = (id: string, ...operations: object[]) =>
    made.directory.patchAt<Group>(`Groups/${id}`, ...operations)
  return { ...made, people: people.map(({ id }) => id), push, patch }
}

const teamsOf = (company: Company) => company.inside(() => Team.query().preload('members').orderBy('name'))

test.group('A directory’s groups are teams', () => {
  test('as Okta pushes them: made with members, renamed, emptied by name, taken away', async ({
    client,
    assert,
  }) => {
    const { company, directory, people, push, patch } = await withPeople(client)
    const [one, two, three] = people
    const made = await push({
      displayName: 'Field north',
      members: [{ value: one, display: 'one@x.example' }, { value: two }],
    })
    assert.containsSubset(made, {
      schemas: [GROUP],
      displayName: 'Field north',
      meta: { resourceType: 'Group' },
    })
    assert.deepEqual(idsOf(made), [one, two])
    assert.match(made.members[0].$ref, new RegExp(`/scim/v2/Users/${one}$`))
    const [team] = await teamsOf(company)
    assert.equal(team.name, 'Field north')
    assert.sameMembers(
      team.members.map(({ userId }) => userId),
      [one, two]
    )
    const renamed = await patch(made.id, {
      op: 'replace',
      value: { id: made.id, displayName: 'Field south' },
    })
    assert.equal(renamed.displayName, 'Field south')
    assert.deepEqual(idsOf(renamed), [one, two])
    const changed = await patch(
      made.id,
      { op: 'remove', path: `members[value eq "${one}"]` },
      { op: 'add', path: 'members', value: [{ value: three, display: 'three' }] }
    )
    assert.deepEqual(idsOf(changed), [two, three])
    const put = await directory.send('PUT', `Groups/${made.id}`, {
      schemas: [GROUP],
      id: made.id,
      displayName: 'Field south',
      members: [{ value: one }],
    })
    put.assertStatus(200)
    assert.deepEqual(idsOf(bodyOf<Group>(put)), [one])
    ;(await directory.send('DELETE', `Groups/${made.id}`)).assertStatus(204)
    ;(await directory.send('GET', `Groups/${made.id}`)).assertStatus(404)
    assert.lengthOf(await teamsOf(company), 0)
  })

  test('as Entra ID writes them', async ({ client, assert }) => {
    const { people, push, patch } = await withPeople(client)
    const [one, two, three] = people
    const externalId = unique('oid')
    const made = await push({
      schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId,
      displayName: 'Dispatch',
      meta: { resourceType: 'Group' },
    })
    assert.deepInclude(made, { externalId, members: [] })
    const added = await patch(made.id, {
      op: 'Add',
      path: 'members',
      value: [
        { $ref: null, value: one },
        { $ref: null, value: two },
      ],
    })
    assert.deepEqual(idsOf(added), [one, two])
    const again = await patch(made.id, {
      op: 'Add',
      path: 'members',
      value: [{ value: two }, { value: three }],
    })
    assert.deepEqual(idsOf(again), people)
    const without = await patch(made.id, {
      op: 'Remove',
      path: 'members',
      value: [{ $ref: null, value: two }],
    })
    assert.deepEqual(idsOf(without), [one, three])
    const urn = `${GROUP}:members`
    assert.deepEqual(idsOf(await patch(made.id, { op: 'add', path: urn, value: { value: two } })), people)
    assert.deepEqual(idsOf(await patch(made.id, { op: 'Replace', path: 'members', value: [two] })), [two])
    const renamed = await patch(
      made.id,
      { op: 'Replace', path: 'displayName', value: 'Dispatch 2' },
      { op: 'Replace', path: 'externalId', value: `${externalId}-2` }
    )
    assert.deepInclude(renamed, { displayName: 'Dispatch 2', externalId: `${externalId}-2` })
    assert.deepEqual(idsOf(await patch(made.id, { op: 'Remove', path: 'members' })), [])
    assert.deepEqual(
      idsOf(await patch(made.id, { op: 'Add', value: { members: [{ value: one.toUpperCase() }] } })),
      [one]
    )
  })

  test('keep their leads, and members that a PUT does not mention', async ({ client, assert }) => {
    const { company, directory, people, push, patch } = await withPeople(client)
    const [one, two] = people
    const made = await push({ displayName: 'North', members: [{ value: one }] })
    const parent = await company.inside(() => Team.make({ name: 'All', parentId: null }))
    await company.inside(async () => {
      const team = await Team.findOrFail(made.id)
      await team.revise({ name: 'North', parentId: parent.id })
      await team.gather([{ userId: one, isLead: true }])
    })
    await patch(made.id, { op: 'add', path: 'members', value: [{ value: two }] })
    const put = await directory.send('PUT', `Groups/${made.id}`, { schemas: [GROUP], displayName: 'North 2' })
    assert.deepEqual(idsOf(bodyOf<Group>(put)), [one, two])
    const members = await company.inside(() => TeamMember.query().where('teamId', made.id).orderBy('userId'))
    assert.deepEqual(
      members.map(({ isLead }) => isLead),
      [true, false]
    )
    assert.equal((await company.inside(() => Team.findOrFail(made.id))).parentId, parent.id)
  })

  test('are found again by filters in any case, and paged, with what is asked for', async ({
    client,
    assert,
  }) => {
    const { company, directory, people, push } = await withPeople(client)
    const [one, two] = people
    const made = await push({ displayName: 'North and south', externalId: 'G-1', members: [{ value: one }] })
    await company.inside(() => Team.make({ name: 'Made here', parentId: null }))
    const find = (filter: string) => directory.get<List>(`Groups?filter=${encodeURIComponent(filter)}`)
    for (const filter of [
      'displayName eq "North and south"',
      'DISPLAYNAME EQ "NORTH AND SOUTH"',
      `${GROUP}:displayName eq "North and south"`,
      'externalId eq "G-1"',
      `id eq "${made.id}"`,
      `members eq "${one}"`,
      `members.value eq "${one}"`,
      `id eq "${made.id}" and members eq "${one}"`,
      `displayName eq "North and south" AND externalId eq "G-1"`,
    ]) {
      const { totalResults, Resources } = await find(filter)
      assert.equal(totalResults, 1, filter)
      assert.equal(Resources[0].id, made.id, filter)
    }
    for (const filter of [`members eq "${two}"`, `id eq "${made.id}" and members eq "${two}"`, 'id eq "x"'])
      assert.equal((await find(filter)).totalResults, 0, filter)
    assert.equal((await find('displayName eq "Made here"')).totalResults, 1)
    const page = await directory.get<List>('Groups?startIndex=2&count=1&excludedAttributes=members')
    assert.include(page, { totalResults: 2, startIndex: 2, itemsPerPage: 1 })
    assert.notProperty(page.Resources[0], 'members')
    const brief = await directory.get<Group>(`Groups/${made.id}?attributes=displayName`)
    assert.sameMembers(Object.keys(brief), ['schemas', 'id', 'displayName'])
  })

  test('have a tag that changes with what they show, and a late change is refused', async ({
    client,
    assert,
  }) => {
    const { directory, people, push, patch } = await withPeople(client)
    const made = await push({ displayName: 'North' })
    const { version } = made.meta
    const read = await directory.send('GET', `Groups/${made.id}`, undefined, { 'if-none-match': version })
    read.assertStatus(304)
    const changed = await patch(made.id, { op: 'add', path: 'members', value: [{ value: people[0] }] })
    assert.notEqual(changed.meta.version, version)
    const operation = { op: 'replace', path: 'displayName', value: 'Late' }
    const late = await directory.send(
      'PATCH',
      `Groups/${made.id}`,
      { schemas: [PATCH], Operations: [operation] },
      { 'if-match': version }
    )
    late.assertStatus(412)
    assert.equal((await directory.get<Group>(`Groups/${made.id}`)).displayName, 'North')
  })
})

test.group('A directory’s groups are refused', () => {
  test('with a name that is taken, none or too long, or members that are nobody here', async ({
    client,
    assert,
  }) => {
    const { company, directory, push, people } = await withPeople(client)
    const other = await makeCompany()
    await push({ displayName: 'North' })
    const refuse = async (group: object) => {
      const answer = await directory.send('POST', 'Groups', { schemas: [GROUP], ...group })
      return { code: answer.status(), ...bodyOf<Failure>(answer) }
    }
    assert.include(await refuse({ displayName: 'NORTH' }), { code: 409, scimType: 'uniqueness' })
    assert.include(await refuse({}), { code: 400, scimType: 'invalidValue' })
    assert.include(await refuse({ displayName: 'x'.repeat(61) }), { code: 400, scimType: 'invalidValue' })
    for (const value of [other.admin.user.id, 'nobody', people[0].replace(/^./, 'f')]) {
      const failure = await refuse({ displayName: unique('g'), members: [{ value }] })
      assert.include(failure, { code: 400, scimType: 'invalidValue' }, value)
    }
    assert.lengthOf(await teamsOf(company), 1, 'nothing half made is left')
  })

  test('of another company, and nothing of it changes', async ({ client, assert }) => {
    const { directory } = await withPeople(client)
    const other = await makeCompany()
    const team = await other.inside(() => Team.make({ name: 'Theirs', parentId: null }))
    const before = await fingerprint([other.tenant.id])
    const patch = { schemas: [PATCH], Operations: [{ op: 'replace', path: 'displayName', value: 'Mine' }] }
    for (const [method, body] of [
      ['GET'],
      ['PUT', { displayName: 'Mine' }],
      ['PATCH', patch],
      ['DELETE'],
    ] as const)
      (await directory.send(method, `Groups/${team.id}`, body)).assertStatus(404)
    for (const filter of [`id eq "${team.id}"`, 'displayName eq "Theirs"'])
      assert.equal((await directory.get<List>(`Groups?filter=${encodeURIComponent(filter)}`)).totalResults, 0)
    assert.deepEqual(await fingerprint([other.tenant.id]), before)
  })

  test('when a change cannot be read', async ({ client, assert }) => {
    const { directory, people, push } = await withPeople(client)
    const made = await push({ displayName: 'North', members: [{ value: people[0] }] })
    for (const operation of [
      { op: 'remove' },
      { op: 'remove', path: 'members[display eq "x"]' },
      { op: 'remove', path: 'displayName' },
      { op: 'replace', path: 'displayName', value: ['x'] },
      { op: 'replace', path: 'members', value: [7] },
    ]) {
      const answer = await directory.send('PATCH', `Groups/${made.id}`, {
        schemas: [PATCH],
        Operations: [operation],
      })
      answer.assertStatus(400)
    }
    for (const filter of [
      'displayName co "x"',
      'displayName eq',
      'userName eq "x"',
      'id eq "x" and',
      'a and b',
    ])
      (await directory.send('GET', `Groups?filter=${encodeURIComponent(filter)}`)).assertStatus(400)
    const now = await directory.get<Group>(`Groups/${made.id}`)
    assert.equal(now.meta.version, made.meta.version)
  })
})
