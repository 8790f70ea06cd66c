import { test } from '@japa/runner'
import Lead from '#app/leads/lead'
import { LeadAlreadyConvertedError, LeadClosedError } from '#app/leads/errors'
import { makeCompany, makeMember } from '#tests/factories'
import { eventNames, eventsOf, receiveLead } from '#tests/lead_factories'

const conversion = {
  orderId: '01990000-0000-7000-8000-000000000001',
  orderNumber: 1001,
  visitId: '01990000-0000-7000-8000-000000000002',
  startsAt: '2026-11-24T15:00:00.000Z',
  endsAt: '2026-11-24T17:00:00.000Z',
}

test.group('Who works on a lead', () => {
  test('assigning says who has it now and who had it before', async ({ assert }) => {
    const { inside, tenant, admin } = await makeCompany()
    const { user: agent } = await makeMember(tenant, 'agent')
    await inside(async () => {
      const lead = await receiveLead()
      await lead.assign(admin.user)
      await lead.assign(agent)
      await lead.assign(null)
      const assigned = (await eventsOf(lead)).filter(({ name }) => name === 'lead.assigned')
      assert.deepEqual(
        assigned.map(({ data }) => [data.previousId, data.assigneeId]),
        [
          [null, admin.user.id],
          [admin.user.id, agent.id],
          [agent.id, null],
        ]
      )
    })
  })

  test('assigning to the same person again is calm', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.assign(admin.user)
      await lead.assign(admin.user)
      assert.deepEqual(await eventNames(lead), ['lead.created', 'lead.assigned'])
    })
  })

  test('a cancelled lead is assigned to nobody', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.cancel()
      await assert.rejects(() => lead.assign(admin.user), LeadClosedError)
    })
  })
})

test.group('The life of a lead', () => {
  test('work begins once, however often somebody says so', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.start()
      await lead.start()
      assert.equal(lead.status, 'in_progress')
      assert.deepEqual(await eventNames(lead), ['lead.created', 'lead.started'])
    })
  })

  test('a lost lead keeps its reason and can be taken up again', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.lose('Outside our area')
      await lead.lose('Said twice')
      await lead.start()
      assert.equal(lead.status, 'in_progress')
      const events = await eventsOf(lead)
      assert.deepEqual(
        events.map(({ name, data }) => [name, data.from, data.reason]),
        [
          ['lead.created', undefined, undefined],
          ['lead.lost', 'new', 'Outside our area'],
          ['lead.started', 'lost', undefined],
        ]
      )
    })
  })

  test('a converted lead can be neither started, lost nor converted again', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.convert(conversion)
      for (const verb of [() => lead.start(), () => lead.lose('Too late'), () => lead.convert(conversion)]) {
        await assert.rejects(verb, LeadAlreadyConvertedError)
      }
      assert.deepEqual(await eventNames(lead), ['lead.created', 'lead.converted'])
    })
  })

  test('a cancelled lead can be neither started, lost nor converted', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.cancel()
      for (const verb of [() => lead.start(), () => lead.lose('Too late'), () => lead.convert(conversion)]) {
        await assert.rejects(verb, LeadClosedError)
      }
    })
  })

  test('of a cancellation and a start at the same moment, both are told in order', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const found = () => Lead.findOrFail(lead.id)
    await Promise.allSettled([
      inside(async () => (await found()).cancel()),
      inside(async () => (await found()).start()),
    ])
    await inside(async () => {
      assert.equal((await found()).status, 'cancelled')
      assert.equal((await eventNames(lead)).at(-1), 'lead.cancelled')
    })
  })
})

test.group('Who sees a lead', () => {
  test('the desk sees all of them, a field user only their own', async ({ assert }) => {
    const { inside, tenant, admin } = await makeCompany()
    const { user: supervisor } = await makeMember(tenant, 'supervisor')
    const { user: agent } = await makeMember(tenant, 'agent')
    const { user: field } = await makeMember(tenant, 'field_user')
    await inside(async () => {
      const mine = await receiveLead()
      await mine.assign(field)
      await receiveLead()
      for (const user of [admin.user, supervisor, agent]) assert.lengthOf(await Lead.visibleTo(user), 2)
      assert.deepEqual(
        (await Lead.visibleTo(field)).map(({ id }) => id),
        [mine.id]
      )
    })
  })

  test('nobody sees the leads of another company', async ({ assert }) => {
    const one = await makeCompany()
    const other = await makeCompany()
    await other.inside(() => receiveLead())
    await one.inside(async () => assert.isEmpty(await Lead.visibleTo(one.admin.user)))
  })
})
