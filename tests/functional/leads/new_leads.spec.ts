import { test } from '@japa/runner'
import Lead from '#app/leads/lead'
import Customer from '#app/customers/customer'
import AccessToken from '#app/access_tokens/access_token'
import { eventsOf, receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember } from '#tests/factories'

const TOLD = { contactName: 'Ann', contactPhone: '303 555 0133', summary: 'No hot water' }

test.group('A lead taken in by hand', () => {
  test('is made by the desk, belongs to who took it in, and is told to the others', async ({
    client,
    assert,
  }) => {
    const { admin, path, inside } = await makeCompany()
    const answer = await client
      .post(path('/leads'))
      .json(TOLD)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    const lead = await inside(() => Lead.query().firstOrFail())
    assert.equal(answer.header('location'), path(`/leads/${lead.id}`))
    assert.deepEqual(
      [lead.source, lead.status, lead.contactPhone, lead.createdBy],
      ['manual', 'new', '+13035550133', admin.user.id]
    )
    const [created] = await inside(() => eventsOf(lead))
    assert.deepInclude(created, { name: 'lead.created', actor_kind: 'user' })
  })

  test('needs a way to answer: a phone number or an e-mail address', async ({ client, assert }) => {
    const { admin, inside } = await makeCompany()
    const secret = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const post = (body: object) => client.post('/api/leads').json(body).bearerToken(secret)
    const refused = await post({ ...TOLD, contactPhone: undefined })
    refused.assertStatus(422)
    assert.equal(refused.body().errors[0].pointer, '#/contactPhone')
    ;(await post({ ...TOLD, contactPhone: null, contactEmail: 'ann@example.com' })).assertStatus(201)
  })

  test('takes from a known customer what is not told again', async ({ client, assert }) => {
    const { admin, as, inside } = await makeCompany()
    const secret = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const customer = await as(admin, () =>
      Customer.register({ name: 'Cleo', phone: '303 555 0177', street: '2 Elm St', country: 'US' })
    )
    const answer = await client
      .post('/api/leads')
      .json({
        contactName: 'Cleo',
        contactEmail: 'cleo@example.com',
        summary: 'Drip',
        customerId: customer.id,
      })
      .bearerToken(secret)
    answer.assertStatus(201)
    const { data } = answer.body()
    assert.deepInclude(data, { customerId: customer.id, contactPhone: '+13035550177', address: '2 Elm St' })
  })

  test('is not for people in the field', async ({ client, assert }) => {
    const { tenant, path, inside } = await makeCompany()
    const { identity, user } = await makeMember(tenant, 'field_user')
    const secret = await inside(() => AccessToken.mint(user, 'Test'))
    ;(await client.post('/api/leads').json(TOLD).bearerToken(secret)).assertStatus(403)
    await client.post(path('/leads')).json(TOLD).loginAs(identity).withCsrfToken()
    assert.lengthOf(await inside(() => Lead.all()), 0)
  })
})

test.group('A lead over the API', () => {
  test('is put right while it is open, and keeps what is not sent', async ({ client, assert }) => {
    const { admin, inside } = await makeCompany()
    const secret = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const lead = await inside(() => receiveLead())
    const put = (body: object) => client.put(`/api/leads/${lead.id}`).json(body).bearerToken(secret)
    const answer = await put({ summary: 'Another noise', contactName: 'Dana W.' })
    answer.assertStatus(200)
    assert.deepInclude(answer.body().data, { summary: 'Another noise', contactEmail: 'dana@example.com' })
    await put({ summary: 'Another noise' })
    const updates = (await inside(() => eventsOf(lead))).filter(({ name }) => name === 'lead.updated')
    assert.deepEqual(
      updates.map(({ data }) => data),
      [{ number: lead.number, fields: ['contactName', 'summary'] }]
    )
    await inside(async () => (await Lead.findOrFail(lead.id)).cancel())
    const closed = await put({ summary: 'Too late' })
    closed.assertStatus(409)
    closed.assertBodyContains({ code: 'E_LEAD_CLOSED' })
  })

  test('is lost when it is deleted, calmly twice, and starting brings it back', async ({
    client,
    assert,
  }) => {
    const { admin, inside } = await makeCompany()
    const secret = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const { id } = await inside(() => receiveLead())
    const remove = () => client.delete(`/api/leads/${id}`).bearerToken(secret)
    ;(await remove()).assertStatus(204)
    ;(await remove()).assertStatus(204)
    const read = () => client.get(`/api/leads/${id}`).bearerToken(secret)
    assert.equal((await read()).body().data.status, 'lost')
    const history = (await client.get(`/api/leads/${id}/history`).bearerToken(secret)).body().data
    assert.equal(history[0].reason, 'Deleted over the API')
    ;(await client.post(`/api/leads/${id}/start`).bearerToken(secret)).assertStatus(200)
    assert.equal((await read()).body().data.status, 'in_progress')
  })
})
