import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sendWebhook, eventIn } from '#tests/contract/hubspot/webhook'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { companyOf, startHubSpot } from '#tests/crm_factories'

const GENUINE = process.env.SHUFFLED === 'all' ? 7_200 : 150
const REPEATED = 0.3
const FORGED = 0.1

test.group('Webhooks of a customer system', (group) => {
  let hubspot: HubSpotServer

  group.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  test(`in any order, with repetitions and forgeries among it, has exactly the genuine effects`, async ({
    assert,
  }) => {
    const companies = [await companyOf(hubspot, 6), await companyOf(hubspot, 6)]
    const genuine = Array.from({ length: GENUINE }, (_, n) => {
      const { records, portal } = companies[n % 2]
      // The first four are named; the others there are changed too, and only forgers name them.
      return eventIn(portal, { objectId: Number(records[Math.floor(n / 2) % 4]) })
    })
    for (const { records } of companies)
      for (const record of records) hubspot.alter(record, { city: 'Boulder' })
    const again = genuine.filter(() => Math.random() < REPEATED)
    const forged = Array.from({ length: Math.round(GENUINE * FORGED) }, (_, n) => {
      const { records, portal } = companies[n % 2]
      return eventIn(portal, { objectId: Number(records[4 + (Math.floor(n / 2) % 2)]) })
    })
    const all = [
      ...[...genuine, ...again].map((event) => () => sendWebhook([event])),
      ...forged.map(
        (event, n) => () =>
          sendWebhook([event], n % 2 ? { secret: 'guessed' } : { at: String(Date.now() - 540_000) })
      ),
    ]
    all.sort(() => Math.random() - 0.5)
    const answers: number[] = []
    const hands = Array.from({ length: 8 }, async () => {
      for (let next = all.pop(); next; next = all.pop()) answers.push(await next())
    })
    await Promise.all(hands)
    assert.lengthOf(
      answers.filter((status) => status === 204),
      genuine.length + again.length
    )
    assert.lengthOf(
      answers.filter((status) => status === 401),
      forged.length
    )
    for (const [n, company] of companies.entries()) {
      const keys = (await company.receivedWebhooks()).map(({ key }) => key.split(',')[0]).sort()
      const own = genuine.filter((_, index) => index % 2 === n).map(({ eventId }) => String(eventId))
      assert.deepEqual(keys, own.sort())
      assert.lengthOf(await company.hints(), 4)
      await company.read()
      const cities = await company.cities()
      assert.deepEqual(cities, [...Array(4).fill('Boulder'), ...Array(2).fill('Denver')])
      const changes = await db
        .connection('system')
        .from('events')
        .where({ tenant_id: company.tenant.id, name: 'customer.updated' })
      assert.lengthOf(changes, 4)
    }
  })
})
