import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import Message from '#app/messages/message'
import Note from '#app/notes/note'
import { makeCompany } from '#tests/factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'

test.group('Notes about a lead', () => {
  test('a note says who wrote it, and its event says only that it is there', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const note = await Note.write({ lead, author: admin.user, body: 'Pays late' })
      assert.deepEqual([note.authorName, note.userId], ['Test admin', admin.user.id])
      const [event, ...rest] = await eventsOf(note)
      assert.isEmpty(rest)
      assert.equal(event.name, 'note.created')
      assert.deepEqual(event.data, { leadId: lead.id, leadNumber: lead.number })
      assert.isEmpty(await Message.ofLead(lead))
    })
  })

  test('the same form sent twice at once is one note, and the same key on another lead another', async ({
    assert,
  }) => {
    const { inside, admin } = await makeCompany()
    const [lead, other] = await inside(async () => [await receiveLead(), await receiveLead()])
    const key = randomUUID()
    const write = (about = lead) =>
      inside(() => Note.write({ lead: about, author: admin.user, body: 'Has a dog', key }))
    const [first, second] = await Promise.all([write(), write()])
    assert.equal(first.id, second.id)
    assert.notEqual((await write(other)).id, first.id)
    await inside(async () => assert.lengthOf(await Note.ofLead(lead), 1))
  })

  test('one that was written can be neither changed nor taken away', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const note = await inside(() => Note.write({ lead, author: admin.user, body: 'Has a dog' }))
    await assert.rejects(
      () => inside(() => Note.query().where({ id: note.id }).update({ body: 'Has a cat' })),
      /permission denied/
    )
    await assert.rejects(
      () => inside(() => Note.query().where({ id: note.id }).delete()),
      /permission denied/
    )
  })
})
