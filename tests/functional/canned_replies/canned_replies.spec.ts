import { test } from '@japa/runner'
import AccessToken from '#app/access_tokens/access_token'
import CannedReply from '#app/canned_replies/canned_reply'
import { makeCompany, makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const WORDS = { title: 'On the way', shortcut: 'Way', english: 'Hello {{customer_name}}', spanish: null }

test.group('Canned replies', () => {
  test('are written by managers, and filled in where somebody answers a customer', async ({
    client,
    assert,
  }) => {
    const { path, tenant, inside } = await makeCompany()
    const [supervisor, agent] = [await makeMember(tenant, 'supervisor'), await makeMember(tenant, 'agent')]
    const write = (member: typeof agent) =>
      client
        .post(path('/settings/canned_replies'))
        .json(WORDS)
        .loginAs(member.identity)
        .withCsrfToken()
        .redirects(0)
        .accept('json')
    ;(await write(agent)).assertStatus(403)
    ;(await write(supervisor)).assertStatus(302)
    const page = await client.get(path('/settings/canned_replies')).loginAs(supervisor.identity).withInertia()
    page.assertInertiaPropsContains({
      cannedReplies: [{ ...WORDS, shortcut: 'way' }],
      may: { update: true },
    })
    const lead = await inside(() => receiveLead())
    const shown = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(agent.identity)
      .withInertia()
    assert.containsSubset(shown.body().props.cannedReplies, [
      { title: 'On the way', shortcut: 'way', text: 'Hello Dana Whitfield' },
    ])
  })

  test('without words, or with a shortcut that nobody can type, are refused at the field', async ({
    client,
    assert,
  }) => {
    const { path, admin, inside } = await makeCompany()
    const write = (more: object) =>
      client
        .post(path('/settings/canned_replies'))
        .json({ ...WORDS, ...more })
        .loginAs(admin.identity)
        .withCsrfToken()
        .accept('json')
    const refused = async (more: object) => {
      const answer = await write(more)
      answer.assertStatus(422)
      return answer.body().errors.map(({ pointer }: { pointer: string }) => pointer)
    }
    assert.deepEqual(await refused({ english: ' ' }), ['#/english'])
    assert.deepEqual(await refused({ shortcut: 'on the way' }), ['#/shortcut'])
    assert.deepEqual(await refused({ title: '' }), ['#/title'])
    assert.deepEqual(await refused({ english: '{{nobody}}' }), ['#/english'])
    await inside(async () => assert.isEmpty(await CannedReply.listed()))
  })

  test('are kept by programs too, as far as their scopes go', async ({ client, assert }) => {
    const { admin, inside } = await makeCompany()
    const [reader, writer] = await inside(async () => [
      await AccessToken.mint(admin.user, 'Reads', { scopes: ['canned_replies:read'] }),
      await AccessToken.mint(admin.user, 'Writes', {
        scopes: ['canned_replies:write', 'canned_replies:read'],
      }),
    ])
    const post = (token: string) => client.post('/api/canned_replies').bearerToken(token).json(WORDS)
    ;(await post(reader)).assertStatus(403)
    const made = await post(writer)
    made.assertStatus(201)
    const { id } = made.body().data
    const taken = await post(writer)
    taken.assertStatus(422)
    assert.equal(taken.body().code, 'E_SHORTCUT_TAKEN')
    const read = await client.get(`/api/canned_replies/${id}`).bearerToken(reader)
    read.assertBodyContains({ data: { id, shortcut: 'way' } })
    const put = (tag: string) =>
      client
        .put(`/api/canned_replies/${id}`)
        .bearerToken(writer)
        .header('if-match', tag)
        .json({ ...WORDS, title: 'Coming' })
    ;(await put(read.header('etag')!)).assertStatus(200)
    ;(await put(read.header('etag')!)).assertStatus(412)
    ;(await client.delete(`/api/canned_replies/${id}`).bearerToken(writer)).assertStatus(204)
    const listed = await client.get('/api/canned_replies').bearerToken(reader)
    assert.isEmpty(listed.body().data)
  })
})
