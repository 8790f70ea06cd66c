import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import Visit, { type VisitPlan } from '#app/orders/visit'
import { OrderClosedError, VisitClosedError } from '#app/orders/errors'
import { LeadAlreadyConvertedError, LeadClosedError } from '#app/leads/errors'
import { makeCompany, makeMember } from '#tests/factories'
import { eventNames, eventsOf, receiveLead } from '#tests/lead_factories'

const inDays = (days: number) => {
  const startsAt = DateTime.utc().startOf('hour').plus({ days })
  return { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
}
const plan = (changes: Partial<VisitPlan> = {}) => ({
  window: inDays(2),
  assignee: null,
  note: null,
  by: null,
  ...changes,
})

test.group('A lead becomes an order', () => {
  test('with its first visit, and all of it is told', async ({ assert }) => {
    const { inside, tenant, admin } = await makeCompany()
    const { user: field } = await makeMember(tenant, 'field_user')
    await inside(async () => {
      const lead = await receiveLead()
      const window = inDays(2)
      const order = await Order.fromLead(lead, plan({ window, assignee: field, note: 'Ring twice' }))
      const again = await Order.fromLead(lead, plan({ window, assignee: field, note: 'Ring twice' }))
      assert.equal(again.id, order.id)
      assert.equal(lead.status, 'converted')
      assert.isNotNull(lead.convertedAt)
      const [visit] = await order.related('visits').query()
      assert.equal(visit.assigneeId, field.id)
      assert.equal(visit.note, 'Ring twice')
      assert.deepEqual(await eventNames(order), ['order.created'])
      assert.deepEqual(await eventNames(visit), ['visit.planned'])
      const converted = (await eventsOf(lead)).at(-1)!
      assert.equal(converted.name, 'lead.converted')
      assert.deepEqual(converted.data, {
        number: lead.number,
        orderId: order.id,
        orderNumber: order.number,
        visitId: visit.id,
        startsAt: window.startsAt.toISO(),
        endsAt: window.endsAt.toISO(),
      })
      assert.lengthOf(await Order.visibleTo(admin.user), 1)
      assert.lengthOf(await Order.visibleTo(field), 1)
      assert.deepEqual(
        (await Lead.visibleTo(field)).map(({ id }) => id),
        [lead.id]
      )
    })
  })

  test('of two different plans at the same moment one wins and the other is told', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const convert = (days: number) =>
      inside(async () => Order.fromLead(await Lead.findOrFail(lead.id), plan({ window: inDays(days) })))
    const results = await Promise.allSettled([convert(2), convert(3)])
    const refused = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(refused, 1)
    assert.instanceOf(refused[0].reason, LeadAlreadyConvertedError)
    await inside(async () => assert.lengthOf(await Order.query().where('leadId', lead.id), 1))
  })

  test('the same plan sent twice at once makes one order', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const window = inDays(2)
    const convert = () => inside(async () => Order.fromLead(await Lead.findOrFail(lead.id), plan({ window })))
    const [first, second] = await Promise.all([convert(), convert()])
    assert.equal(first.id, second.id)
    await inside(async () => assert.deepEqual(await eventNames(lead), ['lead.created', 'lead.converted']))
  })

  test('but not when the customer has cancelled it, and nothing stays behind', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    await inside(() => lead.cancel())
    await assert.rejects(() => inside(() => Order.fromLead(lead, plan())), LeadClosedError)
    await inside(async () => assert.isEmpty(await Order.all()))
  })
})

test.group('The end of an order', () => {
  test('of a completion and a cancellation at the same moment, one wins', async ({ assert }) => {
    const { inside } = await makeCompany()
    const { id } = await inside(async () => Order.fromLead(await receiveLead(), plan()))
    const ending = (end: (order: Order) => Promise<void>) =>
      inside(async () => end(await Order.findOrFail(id)))
    const results = await Promise.allSettled([
      ending((order) => order.finish()),
      ending((order) => order.cancel('The customer called it off')),
    ])
    assert.lengthOf(
      results.filter(({ status }) => status === 'rejected'),
      1
    )
    await inside(async () => assert.lengthOf(await eventNames({ id }), 2))
  })
})

test.group('Another visit', () => {
  test('planned twice at once is one visit, and is told once', async ({ assert }) => {
    const { inside } = await makeCompany()
    const { id } = await inside(async () => Order.fromLead(await receiveLead(), plan()))
    const second = { window: inDays(4), assignee: null, note: 'Bring the part' }
    const planIt = () => inside(async () => (await Order.findOrFail(id)).planVisit(second))
    const [one, other] = await Promise.all([planIt(), planIt()])
    assert.equal(one.id, other.id)
    await inside(async () => {
      assert.lengthOf(await Visit.query().where('orderId', id), 2)
      assert.deepEqual(await eventNames(one), ['visit.planned'])
    })
  })

  test('is not planned for an order that is called off', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const order = await Order.fromLead(await receiveLead(), plan())
      await order.cancel('The customer sold the house')
      await assert.rejects(
        () => order.planVisit({ window: inDays(4), assignee: null, note: null }),
        OrderClosedError
      )
      assert.lengthOf(await Visit.query().where('orderId', order.id), 1)
    })
  })

  test('is called off, and done, with all of its order', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const order = await Order.fromLead(await receiveLead(), plan())
      await order.planVisit({ window: inDays(4), assignee: null, note: null })
      await order.finish()
      const visits = await Visit.query().where('orderId', order.id)
      assert.deepEqual(
        visits.map(({ status }) => status),
        ['done', 'done']
      )
      for (const visit of visits) {
        assert.deepEqual(await eventNames(visit), ['visit.planned', 'visit.finished'])
      }
    })
  })

  test('that is over opens again for nobody, nor does its order', async ({ assert }) => {
    const { inside } = await makeCompany()
    const { id } = await inside(async () => {
      const order = await Order.fromLead(await receiveLead(), plan())
      await order.finish()
      return order
    })
    for (const [table, key, status] of [
      ['orders', 'id', 'scheduled'],
      ['orders', 'id', 'cancelled'],
      ['visits', 'order_id', 'planned'],
    ]) {
      await assert.rejects(
        () => inside(() => db.from(table).where(key, id).update({ status })),
        /does not become/
      )
    }
  })
})

test.group('One visit of several', () => {
  const withTwo = async () => {
    const company = await makeCompany()
    const order = await company.inside(async () => Order.fromLead(await receiveLead(), plan()))
    const [first, second] = await company.inside(async () => {
      const further = await order.planVisit({ window: inDays(4), assignee: null, note: null })
      return [await Visit.query().where('orderId', order.id).orderBy('id').firstOrFail(), further]
    })
    return { ...company, order, first, second }
  }

  test('is finished by itself, and its order goes on', async ({ assert }) => {
    const { inside, order, first, second } = await withTwo()
    await inside(async () => {
      await first.finish()
      await first.finish()
      await order.refresh()
      await second.refresh()
      assert.deepEqual([first.status, second.status, order.status], ['done', 'planned', 'scheduled'])
      assert.deepEqual(await eventNames(first), ['visit.planned', 'visit.finished'])
      assert.deepEqual(await eventNames(order), ['order.created'])
      await assert.rejects(() => first.cancel('Too late'), VisitClosedError)
      await assert.rejects(
        () => first.reschedule({ window: inDays(5), assignee: null, note: null }),
        VisitClosedError
      )
    })
  })

  test('that was not done after all is planned again, while its order is open', async ({ assert }) => {
    const { inside, order, first } = await withTwo()
    await inside(async () => {
      await first.finish()
      await first.reopen()
      await first.reopen()
      assert.equal((await Visit.findOrFail(first.id)).status, 'planned')
      assert.deepEqual(await eventNames(first), ['visit.planned', 'visit.finished', 'visit.reopened'])
      await order.finish()
      await assert.rejects(() => first.reopen(), OrderClosedError)
    })
    await assert.rejects(
      () => inside(() => db.from('visits').where('id', first.id).update({ status: 'planned' })),
      /does not become/
    )
  })

  test('is cancelled by itself with its reason, and stays so', async ({ assert }) => {
    const { inside, order, first, second } = await withTwo()
    await inside(async () => {
      await second.cancel('The part came late')
      await second.cancel('Said twice')
      const [, cancelled, ...more] = await eventsOf(second)
      assert.isEmpty(more)
      assert.deepInclude(cancelled.data, { reason: 'The part came late', orderId: order.id })
      await assert.rejects(() => second.reopen(), VisitClosedError)
      await order.cancel('The customer sold the house')
      assert.deepEqual(await eventNames(second), ['visit.planned', 'visit.cancelled'])
      assert.deepEqual(await eventNames(first), ['visit.planned', 'visit.cancelled'])
    })
    await assert.rejects(
      () => inside(() => db.from('visits').where('id', second.id).update({ status: 'planned' })),
      /does not become/
    )
  })

  test('and its order, ended at the same moment, are told once each', async ({ assert }) => {
    const { inside, order, first } = await withTwo()
    await Promise.allSettled([
      inside(async () => (await Visit.findOrFail(first.id)).finish()),
      inside(async () => (await Order.findOrFail(order.id)).finish()),
    ])
    await inside(async () => {
      assert.deepEqual(await eventNames(first), ['visit.planned', 'visit.finished'])
      assert.deepEqual(await eventNames(order), ['order.created', 'order.finished'])
    })
  })
})

test.group('A visit', () => {
  test('is rescheduled with what was promised before', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const [before, after] = [inDays(2), inDays(3)]
      const order = await Order.fromLead(lead, plan({ window: before }))
      const visit = await Visit.findByOrFail('orderId', order.id)
      await visit.reschedule({ window: after, assignee: null, note: null })
      await visit.reschedule({ window: after, assignee: null, note: null })
      const events = await eventsOf(visit)
      assert.deepEqual(
        events.map(({ name }) => name),
        ['visit.planned', 'visit.rescheduled']
      )
      assert.deepInclude(events[1].data, {
        startsAt: after.startsAt.toISO(),
        leadId: lead.id,
        orderId: order.id,
      })
      assert.deepEqual((events[1].data.previous as { startsAt: string }).startsAt, before.startsAt.toISO())
    })
  })

  test('of a cancelled order stays as it is', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const order = await Order.fromLead(await receiveLead(), plan())
      const visit = await Visit.findByOrFail('orderId', order.id)
      await order.cancel('The customer sold the house')
      await order.cancel('Said twice')
      assert.deepEqual(await eventNames(order), ['order.created', 'order.cancelled'])
      await assert.rejects(
        () => visit.reschedule({ window: inDays(5), assignee: null, note: null }),
        OrderClosedError
      )
      assert.equal(visit.status, 'cancelled')
    })
  })

  test('of a finished order is done, once, and can be called off no more', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const order = await Order.fromLead(await receiveLead(), plan())
      await order.finish()
      await order.finish()
      assert.equal(order.status, 'done')
      assert.equal((await Visit.findByOrFail('orderId', order.id)).status, 'done')
      assert.deepEqual(await eventNames(order), ['order.created', 'order.finished'])
      await assert.rejects(() => order.cancel('Too late'), OrderClosedError)
    })
  })
})
