import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import Message from '#app/messages/message'
import { makeCompany } from '#tests/factories'
import { eventNames, eventsOf, receiveLead } from '#tests/lead_factories'

test.group('Messages about a lead', () => {
  test('a message says who wrote it, and is an event', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const asked = await Message.post({ lead, author: 'customer', body: 'When can you come?' })
      const answered = await Message.post({ lead, author: admin.user, body: 'Tomorrow at ten.' })
      assert.deepEqual(
        [asked.authorKind, asked.authorName, asked.userId],
        ['customer', 'Dana Whitfield', null]
      )
      assert.deepEqual(
        [answered.authorKind, answered.authorName, answered.userId],
        ['user', 'Test admin', admin.user.id]
      )
      const [event] = await eventsOf(asked)
      assert.deepEqual(event.data, { leadId: lead.id, leadNumber: lead.number, author: 'customer' })
      assert.deepEqual(
        (await Message.ofLead(lead)).map(({ id }) => id),
        [asked.id, answered.id]
      )
    })
  })

  test('the same form sent twice at once is one message', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const key = randomUUID()
    const post = () => inside(() => Message.post({ lead, author: 'customer', body: 'Hello', key }))
    const [first, second] = await Promise.all([post(), post()])
    assert.equal(first.id, second.id)
    await inside(async () => assert.lengthOf(await Message.ofLead(lead), 1))
  })

  test('reading marks what the other side wrote, once', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const asked = await Message.post({ lead, author: 'customer', body: 'When can you come?' })
      const answered = await Message.post({ lead, author: admin.user, body: 'Tomorrow at ten.' })
      assert.equal(await Message.readAll(lead, 'user'), 1)
      assert.equal(await Message.readAll(lead, 'user'), 0)
      await asked.refresh()
      await answered.refresh()
      assert.isNotNull(asked.readAt)
      assert.isNull(answered.readAt)
      assert.deepEqual(await eventNames(asked), ['message.created', 'message.read'])
    })
  })

  test('two readers at the same moment make one receipt', async ({ assert }) => {
    const { inside } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const message = await inside(() => Message.post({ lead, author: 'customer', body: 'Hello' }))
    const read = () => inside(() => Message.readAll(lead, 'user'))
    assert.deepEqual((await Promise.all([read(), read()])).sort(), [0, 1])
    await inside(async () => assert.deepEqual(await eventNames(message), ['message.created', 'message.read']))
  })
})
