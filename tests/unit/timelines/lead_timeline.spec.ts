import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import Message from '#app/messages/message'
import LeadTimeline from '#app/timelines/lead_timeline'
import { makeCompany, makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const inDays = (days: number) => {
  const startsAt = DateTime.utc().startOf('hour').plus({ days })
  return { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
}
const said = ({ startsAt, endsAt }: ReturnType<typeof inDays>) => ({
  startsAt: startsAt.toISO(),
  endsAt: endsAt.toISO(),
})

test.group('The history of a lead', () => {
  test('tells of its messages, order and visits too, newest first', async ({ assert }) => {
    const { inside, as, tenant, admin } = await makeCompany()
    const field = await makeMember(tenant, 'field_user', 'Rosa Delgado')
    const [first, second] = [inDays(2), inDays(3)]
    const lead = await inside(() => receiveLead())
    await as(admin, async () => {
      await lead.assign(admin.user)
      await Message.post({ lead, author: admin.user, body: 'We come on Tuesday.' })
      const order = await Order.fromLead(lead, { window: first, assignee: null, note: null, by: admin.user })
      const visit = await Visit.findByOrFail('orderId', order.id)
      await visit.reschedule({ window: second, assignee: field.user, note: null })
      await order.cancel('Made by mistake')
    })
    const told = await inside(() => new LeadTimeline(lead, admin.user).entries())
    assert.deepEqual(
      told.map(({ kind }) => kind),
      [
        'order.cancelled',
        'visit.cancelled',
        'visit.rescheduled',
        'lead.converted',
        'visit.planned',
        'order.created',
        'message.created',
        'lead.assigned',
        'lead.created',
      ]
    )
    const entry = (kind: string) => told.find((one) => one.kind === kind)!
    assert.equal(entry('order.cancelled').reason, 'Made by mistake')
    assert.deepInclude(entry('visit.rescheduled'), {
      window: said(second),
      previous: said(first),
      assignee: 'Rosa Delgado',
    })
    assert.equal(entry('lead.converted').order?.number, 1001)
    assert.equal(entry('message.created').message?.body, 'We come on Tuesday.')
    assert.deepInclude(entry('lead.assigned'), {
      assignee: 'Test admin',
      actor: { kind: 'user', name: 'Test admin' },
    })
  })

  test('leaves out what is another lead’s', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const other = await receiveLead()
      await Message.post({ lead: other, author: 'customer', body: 'Not here' })
      assert.deepEqual(
        (await new LeadTimeline(lead, admin.user).entries()).map(({ kind }) => kind),
        ['lead.created']
      )
    })
  })
})
