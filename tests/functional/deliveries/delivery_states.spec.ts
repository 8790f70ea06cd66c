import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import Delivery, { DELIVERY_STATES, type DeliveryState } from '#app/deliveries/delivery'
import ResumptionWorker from '#app/deliveries/resumption_worker'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { sendDelivery } from '#tests/deliveries'

const FORWARD: Record<DeliveryState, DeliveryState[]> = {
  queued: ['sending', 'not_sent', 'gathered'],
  sending: ['queued', 'sent', 'failed', 'unknown', 'not_sent'],
  sent: [],
  failed: [],
  unknown: ['sent'],
  not_sent: [],
  gathered: [],
}
const PAIRS = DELIVERY_STATES.flatMap((from) => DELIVERY_STATES.map((to) => ({ from, to })))

const draft = (state: DeliveryState = 'queued') => ({
  eventId: newId(),
  channel: 'mail',
  kind: 'lead_received',
  templateVersion: 1,
  recipientKind: 'customer',
  recipient: 'dana@example.com',
  subject: 'Hello',
  bodyHtml: '<p>Hello</p>',
  bodyText: 'Hello',
  state,
})

const write = (company: Company, id: string, values: object) =>
  company.inside(() => db.from('deliveries').where('id', id).update(values))

test.group('The states of a delivery', () => {
  test('{$i} the database lets nothing go backwards: {from} to {to}')
    .with(PAIRS)
    .run(async ({ assert }, { from, to }) => {
      const company = await makeCompany()
      const { id } = await company.inside(() => Delivery.create(draft(from)))
      const attempt = () => write(company, id, { state: to, attempts: 1 })
      if (from === to || FORWARD[from].includes(to)) await attempt()
      else await assert.rejects(attempt, /A delivery cannot go from/)
      const kept = await company.inside(() => Delivery.findOrFail(id))
      assert.equal(kept.state, from === to || FORWARD[from].includes(to) ? to : from)
    })

  test('sending again counts as another attempt, and what was tried stays on record', async ({ assert }) => {
    const company = await makeCompany()
    const { id } = await company.inside(() => Delivery.create(draft()))
    await assert.rejects(() => write(company, id, { state: 'sending' }), /another attempt/)
    await write(company, id, { state: 'sending', attempts: 1, tries: JSON.stringify([{ startedAt: 'now' }]) })
    await assert.rejects(() => write(company, id, { tries: '[]' }), /stays on record/)
  })

  test('what is over is not sent, although a turn of it still comes', async ({ assert }) => {
    const company = await makeCompany()
    const { id } = await company.inside(() => Delivery.create(draft('failed')))
    await sendDelivery(company, id)
    const delivery = await company.inside(() => Delivery.findOrFail(id))
    assert.deepEqual([delivery.state, delivery.attempts, delivery.tries], ['failed', 0, []])
  })
})

test.group('What was queued', () => {
  const stateOf = async (company: Company, id: string) => {
    const { state, attempts, errorCode } = await company.inside(() => Delivery.findOrFail(id))
    return [state, attempts, errorCode]
  }
  const turnsOf = (id: string) => db.connection('system').from('turns').where('subject_id', id)

  test('by a company stays queued while it is deactivated, and leaves afterwards', async ({ assert }) => {
    const company = await makeCompany()
    const [{ id }, later] = await company.inside(() =>
      Delivery.createMany([
        draft(),
        { ...draft(), attempts: 1, nextTryAt: DateTime.utc().plus({ hours: 1 }) },
      ])
    )
    await company.inside(async () => (await Tenant.current()).deactivate('Contract ended'))
    await sendDelivery(company, id)
    assert.deepEqual(await stateOf(company, id), ['queued', 0, null])
    assert.lengthOf(await turnsOf(id), 0)
    await company.inside(async () => (await Tenant.current()).reactivate())
    await handOver(company.tenant.id, ResumptionWorker)
    assert.lengthOf(await turnsOf(id), 1)
    assert.lengthOf(await turnsOf(later.id), 0)
    await sendDelivery(company, id)
    assert.equal((await stateOf(company, id))[1], 1)
  })

  test('for a person who was deactivated meanwhile is declined', async ({ assert }) => {
    const company = await makeCompany()
    const { user } = await makeMember(company.tenant, 'agent')
    const { id } = await company.inside(() =>
      Delivery.create({ ...draft(), recipientKind: 'user', recipientId: user.id })
    )
    await company.inside(async () => (await User.findOrFail(user.id)).deactivate())
    await sendDelivery(company, id)
    assert.deepEqual(await stateOf(company, id), ['not_sent', 1, 'E_RECIPIENT_GONE'])
  })
})
