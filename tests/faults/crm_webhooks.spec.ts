import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import CrmLink from '#app/crm_connections/crm_link'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import { eventIn, sendWebhook } from '#tests/contract/hubspot/webhook'
import { CLIENT } from '#tests/contract/oauth_desk'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const PATIENCE = { within: 60_000 }

test.group('Killed over a webhook of a customer system', (group) => {
  let hubspot: Awaited<ReturnType<typeof startHubSpot>>['hubspot']

  group.each.setup(async () => {
    await db.connection('system').from('outbox').delete()
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  test('web after its answer, scheduler with a new access token, worker in the middle: each change counts once', async ({
    assert,
    cleanup,
  }) => {
    const company = await companyOf(hubspot, 3)
    const { records, portal, inside, connection, hints, cities, tenant } = company
    for (const record of records) hubspot.alter(record, { city: 'Boulder' })
    hubspot.desk.rotates = true
    const before = DateTime.utc().minus({ minutes: 1 })
    await inside(async () =>
      (await VendorConnection.findOrFail(connection.id)).merge({ tokensUntil: before }).save()
    )
    const env = {
      HUBSPOT_API_URL: hubspot.url,
      HUBSPOT_CLIENT_ID: CLIENT.clientId,
      HUBSPOT_CLIENT_SECRET: CLIENT.clientSecret,
    }
    const product = await Product.start({ driver: 'embedded', processes: ['web'], env })
    cleanup(() => product.stop())

    const events = records.map((record) => eventIn(portal, { objectId: Number(record) }))
    assert.equal(await sendWebhook(events, { base: product.url }), 204)
    await product.kill('web')

    const [renewal, reading] = [hubspot.pauseAtNext(), hubspot.pauseAtNext()]
    product.run('scheduler')
    await renewal.arrived
    renewal.resume()
    await reading.arrived
    await product.kill('scheduler')
    reading.resume()
    assert.deepEqual(await hints(), records, 'whoever dies over it leaves it to be read')
    product.run('scheduler')
    await until(async () => (await hints()).length === 0, PATIENCE)
    assert.equal(hubspot.desk.refreshes, 1, 'the new refresh token was kept before it was needed')

    const taking = hubspot.pauseAtNext()
    product.run('relay')
    product.run('worker')
    await taking.arrived
    await product.kill('worker')
    taking.resume()
    // As after the minutes for which the dead worker holds it.
    await inside(() => CrmLink.query().whereNotNull('heldUntil').update({ heldUntil: before.toISO() }))
    product.run('worker')
    await until(async () => (await cities()).every((city) => city === 'Boulder'), PATIENCE)

    const changes = db.connection('system').from('events').where({ tenant_id: tenant.id })
    assert.lengthOf(await changes.clone().where('name', 'customer.updated'), 3)
    assert.lengthOf(await changes.clone().where('name', 'crm_link.changed_there'), 3)
    assert.isEmpty(hubspot.exchanges.filter(({ method }) => method === 'PATCH'))
    assert.equal(hubspot.size, 3)
  }).timeout(170_000)
})
