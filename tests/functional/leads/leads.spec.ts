import { test } from '@japa/runner'
import Lead from '#app/leads/lead'
import AccessToken from '#app/access_tokens/access_token'
import Message from '#app/messages/message'
import { makeCompany, makeMember } from '#tests/factories'
import { eventNames, receiveLead } from '#tests/lead_factories'

test.group('The list of leads', () => {
  test('is shown to the desk, newest first', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    await inside(async () => {
      await receiveLead({ contact: { name: 'Ann' } })
      await receiveLead({ contact: { name: 'Bob' } })
    })
    const page = await client.get(path('/leads')).loginAs(admin.identity).withInertia()
    page.assertStatus(200)
    page.assertInertiaComponent('leads/leads/index')
    const { leads, meta, waiting } = page.inertiaProps as {
      leads: { contactName: string }[]
      meta: object
      waiting: number
    }
    assert.deepEqual(
      leads.map(({ contactName }) => contactName),
      ['Bob', 'Ann']
    )
    assert.deepEqual(meta, { nextCursor: null, count: '2' })
    assert.equal(waiting, 2)
  })

  test('asks a stranger to sign in', async ({ client }) => {
    const { path } = await makeCompany()
    const page = await client.get(path('/leads')).redirects(0)
    page.assertStatus(302)
    page.assertHeader('location', '/login')
  })

  test('does not take a colleague of another company as a filter', async ({ client }) => {
    const { path, admin } = await makeCompany()
    const other = await makeCompany()
    const page = await client
      .get(path('/leads'))
      .qs({ assignee: other.admin.user.id })
      .loginAs(admin.identity)
      .withInertia()
    page.assertStatus(404)
  })
})

test.group('A lead', () => {
  test('is shown with its history, and a field user sees only their own', async ({ client, assert }) => {
    const { path, inside, as, tenant, admin } = await makeCompany()
    const field = await makeMember(tenant, 'field_user')
    const lead = await inside(() => receiveLead())
    await as(admin, async () => {
      await lead.start()
      await Message.post({ lead, author: admin.user, body: 'We are on it.' })
    })
    const page = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    page.assertStatus(200)
    const { timeline, may } = page.inertiaProps as {
      timeline: { kind: string; actor: { name: string }; message: { body: string } | null }[]
      may: object
    }
    assert.deepEqual(
      timeline.map(({ kind, actor, message }) => [kind, actor.name, message?.body]),
      [
        ['message.created', 'Test admin', 'We are on it.'],
        ['lead.started', 'Test admin', undefined],
        ['lead.created', null, undefined],
      ]
    )
    assert.deepEqual(may, { update: true, assign: true, lose: true, convert: true, write: true })
    const hidden = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(field.identity)
      .withInertia()
    hidden.assertStatus(404)
    await inside(() => lead.assign(field.user))
    const own = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(field.identity)
      .withInertia()
    own.assertStatus(200)
    own.assertInertiaPropsContains({ may: { assign: false, lose: false, convert: false, write: true } })
  })

  test('of another company is not there, whatever is asked of it', async ({ client, assert }) => {
    const { path, admin } = await makeCompany()
    const other = await makeCompany()
    const lead = await other.inside(() => receiveLead())
    const get = await client.get(path(`/leads/${lead.id}`)).loginAs(admin.identity)
    get.assertStatus(404)
    for (const [verb, body] of [
      ['assignment', { assigneeId: admin.user.id }],
      ['start', {}],
      ['loss', { reason: 'None' }],
      ['messages', { body: 'Hello' }],
      ['readings', {}],
      ['conversion', { date: '2099-01-05', from: '08:00', to: '10:00', assigneeId: null, note: null }],
    ] as const) {
      const post = await client
        .post(path(`/leads/${lead.id}/${verb}`))
        .json(body)
        .loginAs(admin.identity)
        .withCsrfToken()
      post.assertStatus(404)
    }
    await other.inside(async () => assert.deepEqual(await eventNames(lead), ['lead.created']))
  })

  test('is assigned by the desk, to a colleague of the same company only', async ({ client, assert }) => {
    const { path, inside, tenant, admin } = await makeCompany()
    const { user: agent } = await makeMember(tenant, 'agent')
    const other = await makeCompany()
    const lead = await inside(() => receiveLead())
    const post = (assigneeId: string) =>
      client
        .post(path(`/leads/${lead.id}/assignment`))
        .json({ assigneeId })
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    ;(await post(other.admin.user.id)).assertStatus(404)
    ;(await post(agent.id)).assertStatus(302)
    await inside(async () => assert.equal((await Lead.findOrFail(lead.id)).assigneeId, agent.id))
  })

  test('is neither assigned, lost nor converted by a field user', async ({ client, assert }) => {
    const { path, inside, tenant } = await makeCompany()
    const field = await makeMember(tenant, 'field_user')
    const lead = await inside(async () => {
      const received = await receiveLead()
      await received.assign(field.user)
      return received
    })
    for (const [verb, body] of [
      ['assignment', { assigneeId: null }],
      ['loss', { reason: 'None' }],
      ['conversion', { date: '2099-01-05', from: '08:00', to: '10:00', assigneeId: null, note: null }],
    ] as const) {
      const post = await client
        .post(path(`/leads/${lead.id}/${verb}`))
        .json(body)
        .loginAs(field.identity)
        .withCsrfToken()
      post.assertStatus(403)
    }
    await inside(async () => assert.equal((await Lead.findOrFail(lead.id)).status, 'new'))
  })

  test('that is closed says so with a conflict', async ({ client }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(async () => {
      const received = await receiveLead()
      await received.cancel()
      return received
    })
    const post = await client
      .post(path(`/leads/${lead.id}/start`))
      .header('accept', 'application/json')
      .loginAs(admin.identity)
      .withCsrfToken()
    post.assertStatus(409)
    post.assertBodyContains({ code: 'E_LEAD_CLOSED' })
  })
})

test.group('Leads by API', () => {
  test('are listed page by page for the company of the token', async ({ client, assert }) => {
    const { inside, admin } = await makeCompany()
    const token = await inside(async () => {
      for (let n = 0; n < 26; n++) await receiveLead()
      return AccessToken.mint(admin.user, 'Test')
    })
    const first = await client.get('/api/leads').bearerToken(token)
    first.assertStatus(200)
    assert.lengthOf(first.body().data, 25)
    assert.isNull(first.body().meta.count)
    const second = await client
      .get('/api/leads')
      .qs({ after: first.body().meta.nextCursor, count: true })
      .bearerToken(token)
    assert.lengthOf(second.body().data, 1)
    assert.deepEqual(second.body().meta, { nextCursor: null, count: '26' })
    assert.properties(second.body().data[0], [
      'id',
      'number',
      'status',
      'contactName',
      'assignee',
      'createdAt',
    ])
  })

  test('are answered without cookies, also when something is wrong', async ({ client, assert }) => {
    const { inside, admin } = await makeCompany()
    const token = await inside(() => AccessToken.mint(admin.user, 'Test'))
    for (const [path, status] of [
      ['/api/leads', 200],
      ['/api/leads?after=nowhere', 422],
      ['/api/nothing', 404],
    ] as const) {
      const response = await client.get(path).bearerToken(token)
      response.assertStatus(status)
      assert.isUndefined(response.header('set-cookie'))
    }
  })

  test('one is shown and assigned', async ({ client, assert }) => {
    const { inside, admin } = await makeCompany()
    const [token, lead] = await inside(
      async () => [await AccessToken.mint(admin.user, 'Test'), await receiveLead()] as const
    )
    const shown = await client.get(`/api/leads/${lead.id}`).bearerToken(token)
    shown.assertStatus(200)
    shown.assertBodyContains({ data: { id: lead.id, contactName: 'Dana Whitfield', assignee: null } })
    const assigned = await client
      .post(`/api/leads/${lead.id}/assign`)
      .json({ assigneeId: admin.user.id })
      .bearerToken(token)
    assigned.assertStatus(200)
    assert.equal(assigned.body().data.assignee.id, admin.user.id)
  })

  test('of another company are not there', async ({ client }) => {
    const { inside, admin } = await makeCompany()
    const other = await makeCompany()
    const token = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const lead = await other.inside(() => receiveLead())
    ;(await client.get(`/api/leads/${lead.id}`).bearerToken(token)).assertStatus(404)
    ;(
      await client.post(`/api/leads/${lead.id}/assign`).json({ assigneeId: null }).bearerToken(token)
    ).assertStatus(404)
    ;(await client.get(`/api/leads/${lead.id}/messages`).bearerToken(token)).assertStatus(404)
  })

  test('need a token', async ({ client }) => {
    ;(await client.get('/api/leads').header('accept', 'application/json')).assertStatus(401)
  })
})
