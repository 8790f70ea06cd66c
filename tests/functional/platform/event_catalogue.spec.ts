import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { pack } from '#app/platform/events/envelope'
import type { RecordedEvent } from '#app/platform/events/events'
import { acrossTenants, SYSTEM } from '#app/platform/database/current'
import { findRecordedEvents } from '#app/platform/events/recorded_events'
import Customer from '#app/customers/customer'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeIdentity, unique } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { makeQrCodes } from '#tests/qr_factories'
import { Current } from '#app/platform/database/current'
import { MESSAGES } from '../../../bin/events/catalogue.js'
import { SCHEMAS } from '../../../bin/events/schemas.js'

/** A company in which each thing happens once that the specification wants told. */
async function story() {
  const where = { timeZone: 'America/Denver', country: 'US', currency: 'USD' }
  const tenant = await Tenant.open({ ...where, name: 'Brightwater', slug: unique('co') }, SYSTEM)
  const identities = [await makeIdentity('Ann'), await makeIdentity('Ben')]
  await Current.run({ tenantId: tenant.id, actor: SYSTEM }, async () => {
    const ann = await User.join(identities[0], { name: 'Ann', role: 'admin' })
    const ben = await User.join(identities[1], { name: 'Ben', role: 'agent' })
    await ben.change({ name: 'Benjamin', role: 'supervisor' })
    await ben.deactivate()
    const customer = await Customer.register({ name: 'Dana Whitfield', country: 'US' })
    const [code] = await makeQrCodes(1)
    await code.assign(customer, { by: ann })
    const lead = await receiveLead()
    await Message.post({ lead, author: 'customer', body: 'Are you coming?' })
    await Message.readAll(lead, 'user')
    const startsAt = DateTime.utc().plus({ days: 1 }).startOf('hour')
    const window = { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
    await Order.fromLead(lead, { window, assignee: null, note: null, by: null })
    const company = await Tenant.current()
    await company.change({ phone: '+13035550177' })
    await company.deactivate('The contract has ended')
  })
  return acrossTenants(async (trx) => {
    const rows = await trx.from('events').where('tenant_id', tenant.id).select('id')
    const named = rows.map(({ id }) => ({ tenantId: tenant.id, eventId: id as string }))
    return [...(await findRecordedEvents(trx as never, named)).values()]
  })
}

test.group('The catalogue of messages', () => {
  test('holds what the specification lists, and what travels is as its schema says', async ({ assert }) => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }))
    ajv.addSchema(JSON.parse(readFileSync(app.makePath(SCHEMAS), 'utf8')), 'events')
    const misfitsOf = (event: RecordedEvent) => {
      const fits = ajv.getSchema(`events#/$defs/${event.name}~1${event.version}`)!
      return fits(JSON.parse(JSON.stringify(pack(event))))
        ? []
        : [`${event.name}: ${ajv.errorsText(fits.errors)}`]
    }
    const events = await story()
    assert.deepEqual(events.flatMap(misfitsOf), [])
    const names = events.map(({ name }) => name)
    assert.deepEqual(
      MESSAGES.map(([, name]) => name).filter((name) => !names.includes(name)),
      []
    )
  })
})
