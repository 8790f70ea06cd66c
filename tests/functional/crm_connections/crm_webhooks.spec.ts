import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmHint from '#app/crm_connections/crm_hint'
import CrmLink from '#app/crm_connections/crm_link'
import type Customer from '#app/customers/customer'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { sendWebhook, eventIn, HOOK, signed } from '#tests/contract/hubspot/webhook'
import { CLIENT } from '#tests/contract/oauth_desk'
import { companyOf, newPortal, startHubSpot } from '#tests/crm_factories'

test.group('A webhook of a customer system', (group) => {
  let hubspot: HubSpotServer

  group.each.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  const about = ({ portal, records: [record] }: { portal: number; records: string[] }, more = {}) =>
    eventIn(portal, { objectId: Number(record), ...more })

  test('has its record read by its id at once, also before the search there knows of it', async ({
    assert,
  }) => {
    const company = await companyOf(hubspot)
    const { records, cities, hints, read } = company
    hubspot.hideFromSearch(records[0])
    hubspot.alter(records[0], { city: 'Boulder' })
    assert.equal(await sendWebhook([about(company, { propertyName: 'city', propertyValue: 'Nowhere' })]), 204)
    assert.deepEqual(await hints(), records)
    assert.deepEqual(await cities(), ['Denver'], 'nothing that it says is believed')
    const jobs = await db
      .connection('system')
      .query()
      .from('pgboss.job')
      .whereRaw(`data ->> 'timer' = 'crm_hints' and data -> 'data' ->> 'connectionId' = ?`, [
        company.connection.id,
      ])
    assert.isNotEmpty(jobs)
    await read()
    assert.deepEqual(await cities(), ['Boulder'])
    assert.isEmpty(await hints())
  })

  test('of a merge or a deletion is followed', async ({ assert }) => {
    const company = await companyOf(hubspot, 2)
    const { inside, records, read, portal, customers } = company
    const another = hubspot.make({ firstname: 'Annie', city: 'Boulder' })
    hubspot.merge(another, records[0])
    hubspot.remove(records[1])
    await sendWebhook([
      eventIn(portal, {
        subscriptionType: 'contact.merge',
        primaryObjectId: Number(another),
        mergedObjectIds: [Number(records[0])],
      }),
      eventIn(portal, { subscriptionType: 'contact.deletion', objectId: Number(records[1]) }),
    ])
    await read()
    const linkOf = ({ id }: Customer) => inside(() => CrmLink.findByOrFail('customerId', id))
    assert.equal((await linkOf(customers[0])).externalId, another)
    assert.match((await linkOf(customers[1])).failure!, /deleted the record/)
  })

  test('is taken once, and answered each time', async ({ assert }) => {
    const company = await companyOf(hubspot)
    const event = about(company)
    for (const attemptNumber of [0, 1, 2])
      assert.equal(await sendWebhook([{ ...event, attemptNumber }, event]), 204)
    assert.lengthOf(await company.receivedWebhooks(), 1)
    await company.read()
    assert.equal(await sendWebhook([event]), 204)
    assert.isEmpty(await company.hints(), 'a replay asks for nothing')
  })

  test('by several at the same moment is taken once', async ({ assert }) => {
    const company = await companyOf(hubspot, 3)
    const events = company.records.map((record) => eventIn(company.portal, { objectId: Number(record) }))
    const answers = await Promise.all(
      [events, events.toReversed(), events, events.toReversed()].map((some) => sendWebhook(some))
    )
    assert.deepEqual(answers, [204, 204, 204, 204])
    assert.lengthOf(await company.receivedWebhooks(), 3)
  })

  test('reaches the companies of its account and no other', async ({ assert }) => {
    const [one, other] = [await companyOf(hubspot), await companyOf(hubspot)]
    assert.equal(await sendWebhook([about({ portal: one.portal, records: other.records })]), 204)
    assert.isEmpty(await other.hints())
    assert.isEmpty(await other.receivedWebhooks())
    assert.isEmpty(await one.hints(), 'a record that nobody here has')
    const twin = await companyOf(hubspot, 0, other.portal)
    assert.equal(await sendWebhook([about(other), about(one)]), 204)
    assert.deepEqual(await other.hints(), other.records)
    assert.deepEqual(await one.hints(), one.records)
    assert.lengthOf(await twin.receivedWebhooks(), 1)
  })

  test('of an account or a kind of record that nobody here has is answered as any other', async ({
    assert,
  }) => {
    const company = await companyOf(hubspot)
    assert.equal(await sendWebhook([eventIn(newPortal(), { objectId: 1 })]), 204)
    assert.equal(await sendWebhook([about(company, { subscriptionType: 'deal.creation' })]), 204)
    assert.isEmpty(await company.hints())
    assert.equal(
      await sendWebhook([about(company, { subscriptionType: 'object.creation', objectTypeId: '0-1' })]),
      204
    )
    assert.deepEqual(await company.hints(), company.records)
  })

  test('counts no more once the company has disconnected', async ({ assert }) => {
    const company = await companyOf(hubspot)
    await company.inside(async () => (await CrmConnection.own())!.disconnect())
    assert.equal(await sendWebhook([about(company)]), 204)
    assert.isEmpty(await company.receivedWebhooks())
  })

  test('is kept in one unit with what it asks for: failed, it is sent again', async ({ assert }) => {
    const company = await companyOf(hubspot)
    const { note } = CrmHint
    CrmHint.note = () => Promise.reject(new Error('died'))
    const event = about(company)
    assert.equal(await sendWebhook([event]), 500)
    CrmHint.note = note
    assert.isEmpty(await company.receivedWebhooks())
    assert.equal(await sendWebhook([event]), 204)
    assert.deepEqual(await company.hints(), company.records)
  })

  test('asks nobody while nobody lets us in, and is read afterwards', async ({ assert }) => {
    const company = await companyOf(hubspot)
    const { inside, records, read, hints, cities } = company
    hubspot.alter(records[0], { city: 'Boulder' })
    await sendWebhook([about(company)])
    hubspot.next({ status: 500 })
    await assert.rejects(read)
    assert.deepEqual(await hints(), records)
    await inside(async () => (await CrmConnection.own())!.merge({ state: 'needs_reconnect' }).save())
    await read()
    assert.deepEqual(await hints(), records)
    await inside(async () => (await CrmConnection.own())!.regain())
    await read()
    assert.deepEqual(await cities(), ['Boulder'])
  })

  const BODY = (record: string, portal: number) =>
    JSON.stringify([eventIn(portal, { objectId: Number(record) })])
  const minutes = (count: number) => String(Date.now() + count * 60_000)
  const forgeries: [string, (body: string) => Parameters<typeof sendWebhook>[1]][] = [
    ['no signature', () => ({ headers: { 'x-hubspot-signature-v3': undefined } })],
    ['an empty signature', () => ({ headers: { 'x-hubspot-signature-v3': '' } })],
    ['no moment', () => ({ headers: { 'x-hubspot-request-timestamp': undefined } })],
    ['another secret', () => ({ secret: 'another' })],
    ['the client id as the secret', () => ({ secret: CLIENT.clientId })],
    ['one byte changed', (body) => ({ sent: body.replace('contact.', 'contacs.') })],
    ['the body written anew', (body) => ({ sent: JSON.stringify(JSON.parse(body), null, 1) })],
    ['a body that is not there', () => ({ sent: '[]' })],
    ['a moment of before', () => ({ at: minutes(-6) })],
    ['a moment to come', () => ({ at: minutes(6) })],
    ['no number as its moment', () => ({ at: 'NaN' })],
    ['an endless moment', () => ({ at: 'Infinity' })],
    ['a moment with an exponent', () => ({ at: '1e99' })],
    [
      'another moment than the signed one',
      () => ({ headers: { 'x-hubspot-request-timestamp': minutes(1) } }),
    ],
    ['another address', () => ({ url: `https://evil.example${HOOK}` })],
    ['a question behind the address', () => ({ path: `${HOOK}?portalId=1` })],
    ['another method', () => ({ method: 'PUT' })],
    [
      'the earlier scheme only (v1)',
      (body) => ({
        headers: {
          'x-hubspot-signature-v3': undefined,
          'x-hubspot-signature-version': 'v1',
          'x-hubspot-signature': createHash('sha256')
            .update(CLIENT.clientSecret + body)
            .digest('hex'),
        },
      }),
    ],
    [
      'that of v1 in the place of v3',
      (body) => ({
        headers: {
          'x-hubspot-signature-v3': createHash('sha256')
            .update(CLIENT.clientSecret + body)
            .digest('base64'),
        },
      }),
    ],
    ['a form', () => ({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, sent: '--x--' })],
  ]
  test('is refused with {0}, and nothing is kept')
    .with(forgeries)
    .run(async ({ assert }, [, forge]) => {
      const company = await companyOf(hubspot)
      const body = BODY(company.records[0], company.portal)
      assert.equal(await sendWebhook(body, forge(body)), 401)
      assert.isEmpty(await company.receivedWebhooks())
      assert.isEmpty(await company.hints())
      assert.equal(await sendWebhook(body), 204, 'the same, signed')
    })

  test('is refused when it is longer than any webhook', async ({ assert }) => {
    const company = await companyOf(hubspot)
    for (const kilobytes of [600, 3_000]) {
      const body = JSON.stringify([about(company, { propertyValue: 'x'.repeat(kilobytes * 1024) })])
      assert.equal(await sendWebhook(body), 413)
    }
    assert.isEmpty(await company.receivedWebhooks())
  })

  test('is refused alike for a system that sends none, none at all, and an installation without a secret', async ({
    assert,
  }) => {
    const company = await companyOf(hubspot)
    const body = BODY(company.records[0], company.portal)
    const urlOf = (name: string) => `${process.env.APP_URL}/incoming/crm/${name}`
    for (const name of ['salesforce', 'native', 'nothing', 'constructor', '__proto__'])
      assert.equal(await sendWebhook(body, { path: `/incoming/crm/${name}`, url: urlOf(name) }), 401)
    app.config.set('crm.oauth', {})
    assert.equal(await sendWebhook(body, { secret: '' }), 401)
    assert.equal(await sendWebhook(body, { headers: signed(body) }), 401)
    assert.isEmpty(await company.receivedWebhooks())
  })
})
