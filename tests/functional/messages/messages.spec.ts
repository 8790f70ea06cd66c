import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import Message from '#app/messages/message'
import { makeCompany } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

test.group('Messages on the desk', () => {
  test('one is written to the customer, once however often it is sent', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const key = randomUUID()
    const send = () =>
      client
        .post(path(`/leads/${lead.id}/messages`))
        .json({ body: ' Tomorrow at ten. ', key })
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    const sent = await send()
    sent.assertStatus(302)
    sent.assertHeader('location', path(`/leads/${lead.id}`))
    await send()
    await inside(async () => {
      const [message, ...rest] = await Message.ofLead(lead)
      assert.isEmpty(rest)
      assert.deepEqual(
        [message.body, message.authorKind, message.userId],
        ['Tomorrow at ten.', 'user', admin.user.id]
      )
    })
  })

  test('an empty one is refused with words', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const sent = await client
      .post(path(`/leads/${lead.id}/messages`))
      .json({ body: '   ' })
      .header('accept', 'application/json')
      .loginAs(admin.identity)
      .withCsrfToken()
    sent.assertStatus(422)
    await inside(async () => assert.isEmpty(await Message.ofLead(lead)))
  })

  test('opening the lead on the desk is told to be reading it', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(async () => {
      const received = await receiveLead()
      await Message.post({ lead: received, author: 'customer', body: 'When?' })
      return received
    })
    const before = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    before.assertInertiaPropsContains({ unreadMessages: 1 })
    const reading = await client
      .post(path(`/leads/${lead.id}/readings`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    reading.assertStatus(302)
    await inside(async () => assert.equal(await Message.unreadOf(lead, 'user'), 0))
  })
})
