import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { NOTHING_KNOWN } from '#plugins/crm/values'
import Customer from '#app/customers/customer'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany, makeMember, type Member } from '#tests/factories'
import { makeQrCode } from '#tests/qr_factories'

const CLEO = { ...NOTHING_KNOWN, name: 'Cleo', phone: '303 555 0177', country: 'US' }

async function start() {
  const company = await makeCompany()
  const { inside } = company
  const ray = await makeMember(company.tenant, 'field_user', 'Ray')
  const code = await inside(() => makeQrCode())
  const send = (client: ApiClient, body: object, who: Member = ray) =>
    client
      .post(company.path('/field/submissions'))
      .json(body)
      .accept('json')
      .loginAs(who.identity)
      .withCsrfToken()
  return { ...company, ray, code, send, all: () => inside(() => Customer.query().orderBy('id')) }
}

test.group('What a phone kept without signal', () => {
  test('becomes one customer with one label, however often it is sent', async ({ client, assert }) => {
    const { code, send, all, inside } = await start()
    const kept = { ...CLEO, submissionKey: randomUUID(), code: code.shortCode }
    const answers = await Promise.all([send(client, kept), send(client, kept)])
    answers.push(await send(client, kept))
    const [cleo, ...more] = await all()
    assert.isEmpty(more)
    for (const answer of answers) {
      answer.assertStatus(200)
      assert.equal(answer.body().customerId, cleo.id)
    }
    assert.equal((await inside(() => QrCode.findOrFail(code.id))).customerId, cleo.id)
  })

  test('waits for a look when it may be somebody known', async ({ client, assert }) => {
    const { send, all, inside } = await start()
    const cleo = await inside(() => Customer.register(CLEO))
    const kept = { ...CLEO, name: 'C. Leo', submissionKey: randomUUID() }
    const asked = await send(client, kept)
    asked.assertStatus(409)
    asked.assertBodyContains({
      duplicates: [{ id: cleo.id, name: 'Cleo' }],
      reasons: { [cleo.id]: 'same phone number' },
      isOneHidden: false,
    })
    assert.lengthOf(await all(), 1)
    ;(await send(client, { ...kept, isAnother: true })).assertStatus(200)
    ;(await send(client, kept)).assertStatus(200)
    assert.lengthOf(await all(), 2)
  })

  test('keeps the customer when the label was bound meanwhile, and says to whom', async ({
    client,
    assert,
  }) => {
    const { code, send, all, inside } = await start()
    const ann = await inside(() => Customer.register({ name: 'Ann', country: 'US' }))
    await inside(async () => (await QrCode.findOrFail(code.id)).assign(ann, { by: null }))
    const kept = { ...CLEO, submissionKey: randomUUID(), code: code.shortCode }
    const answer = await send(client, kept)
    answer.assertStatus(409)
    assert.include(answer.body().problem, 'bound to Ann')
    const other = await inside(() => makeQrCode())
    ;(await send(client, { ...kept, code: other.shortCode })).assertStatus(200)
    assert.lengthOf(await all(), 2)
    const states = await inside(() => QrCode.query().orderBy('id'))
    assert.sameMembers(
      states.map(({ customerId }) => customerId),
      [ann.id, answer.body().customerId]
    )
  })

  test('is refused as any form is', async ({ client, assert }) => {
    const { send, all, tenant } = await start()
    const associate = await makeMember(tenant, 'associate')
    ;(await send(client, CLEO, associate)).assertStatus(403)
    const refused = await send(client, { ...CLEO, phone: '12' })
    refused.assertStatus(422)
    assert.isEmpty(await all())
  })
})
