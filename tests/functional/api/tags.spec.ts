import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Lead from '#app/leads/lead'
import AccessToken from '#app/access_tokens/access_token'
import { receiveLead } from '#tests/lead_factories'
import { together } from '#tests/together'
import { makeCompany, makeMember } from '#tests/factories'

async function makeLead(client: ApiClient) {
  const company = await makeCompany()
  const secret = await company.inside(() => AccessToken.mint(company.admin.user, 'Test'))
  const { id } = await company.inside(() => receiveLead())
  const path = `/api/leads/${id}`
  return {
    ...company,
    id,
    read: (headers: Record<string, string> = {}) => client.get(path).bearerToken(secret).headers(headers),
    revise: (summary: string, match?: string) => {
      const request = client.patch(path).json({ summary }).bearerToken(secret)
      return match ? request.header('If-Match', match) : request
    },
    remove: (match: string) => client.delete(path).bearerToken(secret).header('If-Match', match),
    summary: () => company.inside(async () => (await Lead.findOrFail(id)).summary),
  }
}

test.group('A tagged resource', () => {
  test('is not sent again to whoever has it, until it changes', async ({ client, assert }) => {
    const { read, revise } = await makeLead(client)
    const first = await read()
    const tag = first.header('etag')!
    assert.match(tag, /^"[\w-]{27}"$/)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const same = await read({ 'If-None-Match': known })
      same.assertStatus(304)
      assert.notOk(same.text())
      assert.equal(same.header('etag'), tag)
    }
    const changed = await revise('Another noise')
    assert.notEqual(changed.header('etag'), tag)
    const fresh = await read({ 'If-None-Match': tag })
    fresh.assertStatus(200)
    assert.equal(fresh.header('etag'), changed.header('etag'))
  })

  test('is another one when a word of it changes that stands elsewhere', async ({ client, assert }) => {
    const { read, tenant, inside, id } = await makeLead(client)
    const { user } = await makeMember(tenant, 'agent')
    await inside(async () => (await Lead.findOrFail(id)).assign(user))
    const tag = (await read()).header('etag')!
    await inside(() => user.change({ name: 'Married' }))
    ;(await read({ 'If-None-Match': tag })).assertStatus(200)
    assert.notEqual((await read()).header('etag'), tag)
  })

  test('is changed only by who knows it as it is', async ({ client, assert }) => {
    const { read, revise, remove, summary } = await makeLead(client)
    const stale = (await read()).header('etag')!
    const current = (await revise('First', stale)).header('etag')!
    for (const refused of [revise('Second', stale), remove(stale), revise('Second', `W/${current}`)]) {
      const answer = await refused
      answer.assertStatus(412)
      answer.assertBodyContains({ code: 'E_PRECONDITION_FAILED' })
      answer.assertHeader('etag', current)
    }
    assert.equal(await summary(), 'First')
    ;(await revise('Third', current)).assertStatus(200)
    ;(await revise('Fourth')).assertStatus(200)
    assert.equal(await summary(), 'Fourth')
  })

  test('is won by one of many who change it at the same moment', async ({ client, assert }) => {
    const { read, revise, summary, id } = await makeLead(client)
    const tag = (await read()).header('etag')!
    const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
    const row = { sql: 'select 1 from leads where id = ? for update', bindings: [id] }
    const requests = words.map((word) => revise(word, tag))
    const answers = await together(row, requests)
    const won = answers.filter((answer) => answer.status() === 200)
    assert.lengthOf(won, 1)
    assert.equal(answers.filter((answer) => answer.status() === 412).length, words.length - 1)
    assert.equal(await summary(), won[0].body().data.summary)
  })
})
