import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AccessToken from '#app/access_tokens/access_token'
import Customer from '#app/customers/customer'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany } from '#tests/factories'

type Row = { id: string; name: string }

async function makeClient(client: ApiClient) {
  const company = await makeCompany()
  const secret = await company.inside(() => AccessToken.mint(company.admin.user, 'Test'))
  const get = (path: string, qs: Record<string, string> = {}) => client.get(path).qs(qs).bearerToken(secret)
  /** All pages of a list, followed by the Link header alone. */
  const walk = async (path: string, qs: Record<string, string>) => {
    const rows: Row[] = []
    let next: string | undefined = `${path}?${new URLSearchParams(qs)}`
    while (next) {
      const answer = await client.get(next).bearerToken(secret)
      answer.assertStatus(200)
      rows.push(...answer.body().data)
      next = /^<(.+)>; rel="next"$/.exec(answer.header('link') ?? '')?.[1]
    }
    return rows
  }
  return { ...company, get, walk }
}

test.group('A list over the API', () => {
  test('is walked page by page in every order, each row once', async ({ client, assert }) => {
    const { walk, inside } = await makeClient(client)
    const names = ['Zoe', 'Abel', 'Émile', 'Mia', 'mia', 'Noor', 'Bo']
    const ids: string[] = []
    for (const name of names) ids.push((await inside(() => Customer.register({ name, country: 'US' }))).id)
    const by = async (sort: string) =>
      (await walk('/api/customers', { sort, limit: '2' })).map(({ id }) => ids.indexOf(id))
    assert.deepEqual(await by('createdAt'), [0, 1, 2, 3, 4, 5, 6])
    assert.deepEqual(await by('-createdAt'), [6, 5, 4, 3, 2, 1, 0])
    assert.deepEqual(await by('name'), [1, 6, 2, 3, 4, 5, 0])
    await inside(async () => (await Customer.findOrFail(ids[2])).revise({ city: 'Denver' }))
    assert.equal((await by('-updatedAt'))[0], 2)
    assert.lengthOf(new Set(await by('-updatedAt')), names.length)
  })

  test('goes on only in the order that its cursor was made in', async ({ client }) => {
    const { get, inside } = await makeClient(client)
    for (const name of ['Ann', 'Bo']) await inside(() => Customer.register({ name, country: 'US' }))
    const { nextCursor: byName } = (await get('/api/customers', { sort: 'name', limit: '1' })).body().meta
    const { nextCursor: byAge } = (await get('/api/customers', { limit: '1' })).body().meta
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const wrong: Record<string, string>[] = [
      { sort: '-updatedAt', after: byName },
      { sort: 'createdAt', after: byAge },
      { sort: 'name', after: byAge },
      { after: byName },
      { search: 'Ann', after: byName },
      {
        sort: '-updatedAt',
        after: forged(['-updatedAt', 'yesterday', '0198a2e4-0000-7000-8000-000000000000']),
      },
      { sort: 'name', after: forged(['name', 'a\0', '0198a2e4-0000-7000-8000-000000000000']) },
      { sort: 'name', after: forged(['name', 1, null]) },
      { sort: 'name', after: 'x' },
    ]
    for (const qs of wrong) {
      const answer = await get('/api/customers', qs)
      answer.assertStatus(422)
      answer.assertBodyContains({ code: 'E_CURSOR', errors: [{ pointer: '#/after' }] })
    }
  })

  test('holds one to a hundred rows, and names what it does not know', async ({ client, assert }) => {
    const { get } = await makeClient(client)
    for (const qs of [
      { limit: '0' },
      { limit: '101' },
      { limit: 'all' },
      { sort: 'phone' },
      { status: 'x' },
    ]) {
      const answer = await get('/api/leads', qs as unknown as Record<string, string>)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].pointer, `#/${Object.keys(qs)[0]}`)
    }
  })

  test('gives only the fields that were asked for, and names those that do not exist', async ({
    client,
    assert,
  }) => {
    const { get, inside } = await makeClient(client)
    const { id } = await inside(() => receiveLead())
    const list = await get('/api/leads', { fields: 'id,contactName' })
    assert.deepEqual(list.body().data, [{ id, contactName: 'Dana Whitfield' }])
    assert.property(list.body(), 'meta')
    const one = await get(`/api/leads/${id}`, { fields: 'summary' })
    assert.deepEqual(one.body(), { data: { summary: 'Boiler makes a knocking noise' } })
    const whole = await get(`/api/leads/${id}`)
    assert.equal(one.header('etag'), whole.header('etag'))
    const unknown = await get('/api/leads', { fields: 'id,tenantId,contactname' })
    unknown.assertStatus(422)
    unknown.assertBodyContains({ code: 'E_UNKNOWN_FIELD' })
    assert.include(unknown.body().detail, 'tenantId, contactname')
    assert.include(unknown.body().detail, 'contactName')
  })
})
