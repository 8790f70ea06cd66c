import { test } from '@japa/runner'
import CannedReply, { MOST_REPLIES, type Draft } from '#app/canned_replies/canned_reply'
import { TooManyCannedRepliesError } from '#app/canned_replies/errors'
import { makeCompany } from '#tests/factories'
import { eventNames, receiveLead } from '#tests/lead_factories'

const draft = (more: Partial<Draft> = {}): Draft => ({
  title: 'On the way',
  shortcut: 'way',
  english: 'Hello {{customer_name}}, {{author_name}} of {{company_name}} is on the way.',
  spanish: null,
  ...more,
})

test.group('A canned reply', () => {
  test('is filled with what is known of the lead, whose words are never read as gaps', async ({ assert }) => {
    const { inside, admin, tenant } = await makeCompany()
    await inside(async () => {
      await CannedReply.add(
        draft({ english: 'Hi {{customer_name}}, about #{{request_number}}: {{request_summary}}' })
      )
      const lead = await receiveLead({
        summary: 'Leak {{author_name}}',
        contact: { name: '{{company_name}}' },
      })
      const [filled] = await CannedReply.filledFor(lead, admin.user)
      assert.equal(filled.text, `Hi {{company_name}}, about #${lead.number}: Leak {{author_name}}`)
      await CannedReply.add(draft({ shortcut: 'us', title: 'Z' }))
      const [, signed] = await CannedReply.filledFor(lead, admin.user)
      assert.include(signed.text, `${admin.user.name} of ${tenant.name}`)
    })
  })

  test('speaks the language of the customer where it has words in it', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      await CannedReply.add(draft({ title: 'A', shortcut: 'both', english: 'Hello', spanish: 'Hola' }))
      await CannedReply.add(draft({ title: 'B', shortcut: 'english', english: 'Bye' }))
      await CannedReply.add(draft({ title: 'C', shortcut: 'spanish', english: null, spanish: 'Gracias' }))
      const lead = await receiveLead()
      const said = async (language: string | null) => {
        lead.language = language
        return (await CannedReply.filledFor(lead, admin.user)).map(({ text }) => text)
      }
      assert.deepEqual(await said('es'), ['Hola', 'Bye', 'Gracias'])
      assert.deepEqual(await said('en'), ['Hello', 'Bye', 'Gracias'])
      assert.deepEqual(await said(null), ['Hello', 'Bye', 'Gracias'])
    })
  })

  test('with a gap that does not exist is refused in the field where it stands, with what was meant', async ({
    assert,
  }) => {
    const { inside } = await makeCompany()
    const mistake = await inside(() =>
      CannedReply.add(draft({ spanish: 'Hola {{customer_nam}}' })).catch((error) => error)
    )
    assert.equal(mistake.field, 'spanish')
    assert.include(mistake.message, '{{customer_name}}')
  })

  test('has a shortcut of its own, and changes no more than is said', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const reply = await CannedReply.add(draft())
      const other = await CannedReply.add(draft({ shortcut: 'late' }))
      const taken = await other.revise(draft()).catch((error) => error)
      assert.equal(taken.field, 'shortcut')
      await reply.revise(draft())
      await reply.revise(draft({ title: 'Coming' }))
      await reply.remove()
      assert.deepEqual(await eventNames(reply), [
        'canned_reply.created',
        'canned_reply.updated',
        'canned_reply.deleted',
      ])
    })
  })

  test('is taken once by two who choose its shortcut at the same moment', async ({ assert }) => {
    const { inside } = await makeCompany()
    const made = await Promise.allSettled([1, 2, 3].map(() => inside(() => CannedReply.add(draft()))))
    assert.deepEqual(made.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected'])
    await inside(async () => assert.lengthOf(await CannedReply.listed(), 1))
  })

  test('is refused beyond what anybody could choose from', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      for (let count = 0; count < MOST_REPLIES; count++)
        await CannedReply.create(draft({ shortcut: `s${count}` }))
      await assert.rejects(() => CannedReply.add(draft()), TooManyCannedRepliesError.message)
    })
  })
})
