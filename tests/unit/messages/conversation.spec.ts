import { test } from '@japa/runner'
import { newId } from '#app/platform/ids'
import User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import Conversation from '#app/messages/conversation'
import ConversationList, { type ConversationFilters } from '#app/messages/conversation_list'
import DepartureWorker from '#app/messages/departure_worker'
import { NotAReaderError } from '#app/messages/errors'
import Message from '#app/messages/message'
import { handOverAfter } from '#tests/hand_over'
import { makeCompany, makeMember } from '#tests/factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'

async function desk() {
  const company = await makeCompany()
  const { inside, admin } = company
  const leadOf = (name: string) => inside(() => receiveLead({ contact: { name } }))
  const asks = (lead: Lead) => inside(() => Message.post({ lead, author: 'customer', body: 'When?' }))
  const answers = (lead: Lead) => inside(() => Message.post({ lead, author: admin.user, body: 'Tomorrow' }))
  const page = (filters: ConversationFilters, user: User = admin.user) =>
    inside(() => new ConversationList(user, filters).page())
  const names = async (filters: ConversationFilters = {}, user?: User) =>
    (await page(filters, user)).rows.map(({ lead }) => lead.contactName)
  return { ...company, leadOf, asks, answers, page, names }
}

test.group('A conversation', () => {
  test('knows what is unread and since which message somebody waits', async ({ assert }) => {
    const { inside, leadOf, asks, answers } = await desk()
    const lead = await leadOf('Ann')
    const state = () =>
      inside(async () => {
        const { unreadCount, waitingMessageId, lastMessageId } = (await Conversation.ofLead(lead))!
        return [unreadCount, waitingMessageId, lastMessageId]
      })
    const first = await asks(lead)
    const second = await asks(lead)
    assert.deepEqual(await state(), [2, first.id, second.id])
    await inside(() => Message.readAll(lead, 'user'))
    assert.deepEqual(await state(), [0, first.id, second.id], 'to read is not to answer')
    const answer = await answers(lead)
    await inside(() => Message.readAll(lead, 'customer'))
    assert.deepEqual(await state(), [0, null, answer.id])
  })

  test('counts each message that comes while others come and are read', async ({ assert }) => {
    const { inside, leadOf, asks } = await desk()
    const lead = await leadOf('Ann')
    await Promise.all([1, 2, 3, 4].map(() => asks(lead)))
    await Promise.all([inside(() => Message.readAll(lead, 'user')), asks(lead), asks(lead)])
    await inside(async () => {
      const { unreadCount } = (await Conversation.ofLead(lead))!
      assert.equal(unreadCount, await Message.unreadOf(lead, 'user'))
    })
  })

  test('begins in the hands of whoever has the lead, and goes on with it', async ({ assert }) => {
    const { inside, tenant, admin, leadOf, asks } = await desk()
    const [ann, bob] = [await makeMember(tenant, 'agent'), await makeMember(tenant, 'agent')]
    const lead = await leadOf('Cleo')
    await inside(() => lead.assign(ann.user))
    await asks(lead)
    const holder = () => inside(async () => (await Conversation.ofLead(lead))!.assigneeId)
    const handTo = (user: User) =>
      inside(async () => {
        const { assigneeId } = lead
        await lead.assign(user)
        await Conversation.follow(lead, assigneeId)
      })
    assert.equal(await holder(), ann.user.id)
    await handTo(bob.user)
    assert.equal(await holder(), bob.user.id)
    await inside(() => Conversation.query().where('leadId', lead.id).update({ assignee_id: admin.user.id }))
    await handTo(ann.user)
    assert.equal(await holder(), admin.user.id, 'somebody else has the conversation')
  })
})

test.group('A conversation that is handed over', () => {
  test('is its new holder’s, once however often it is said, and may be nobody’s again', async ({
    assert,
  }) => {
    const { inside, tenant, leadOf, asks } = await desk()
    const [ann, bob] = [await makeMember(tenant, 'agent'), await makeMember(tenant, 'agent')]
    const lead = await leadOf('Cleo')
    await asks(lead)
    const give = (member: { user: User } | null) =>
      inside(async () => {
        const user = member && (await User.withRights().where('id', member.user.id).firstOrFail())
        await (await Conversation.ofLead(lead))!.assign(user)
      })
    for (const member of [ann, ann, bob, null, null]) await give(member)
    await inside(async () => {
      const conversation = (await Conversation.ofLead(lead))!
      assert.isNull(conversation.assigneeId)
      const given = (await eventsOf(conversation)).map(({ data }) => data.assigneeId)
      assert.deepEqual(given, [ann.user.id, bob.user.id, null])
    })
  })

  test('goes to nobody who may not read it', async ({ assert }) => {
    const { inside, tenant, leadOf, asks } = await desk()
    const lead = await leadOf('Cleo')
    await asks(lead)
    const { user } = await makeMember(tenant, 'field_user')
    const give = () =>
      inside(async () => {
        const reader = await User.withRights().where('id', user.id).firstOrFail()
        await (await Conversation.ofLead(lead))!.assign(reader)
      })
    await assert.rejects(give, NotAReaderError.message)
    await inside(() => lead.assign(user))
    await give()
    await inside(async () => assert.equal((await Conversation.ofLead(lead))!.assigneeId, user.id))
  })

  test('goes to nobody when its holder is deactivated, and stays where they came back', async ({
    assert,
  }) => {
    const { inside, tenant, leadOf, asks, names } = await desk()
    const agent = await makeMember(tenant, 'agent')
    for (const name of ['Ann', 'Bob']) {
      const lead = await leadOf(name)
      await inside(() => lead.assign(agent.user))
      await asks(lead)
    }
    assert.deepEqual(await names({ assignee: 'none' }), [])
    const before = newId()
    await inside(async () => {
      const user = await User.withRights().where('id', agent.user.id).firstOrFail()
      await user.deactivate()
      await user.reactivate()
    })
    await handOverAfter(before, tenant.id, DepartureWorker)
    assert.deepEqual(await names({ assignee: 'none' }), [])
    const gone = newId()
    await inside(async () => (await User.withRights().where('id', agent.user.id).firstOrFail()).deactivate())
    const lead = (await inside(() => new ConversationList(agent.user).page())).rows[0].lead
    await handOverAfter(gone, tenant.id, DepartureWorker)
    await handOverAfter(gone, tenant.id, DepartureWorker)
    assert.deepEqual(await names({ assignee: 'none' }), ['Bob', 'Ann'])
    await inside(async () => {
      const events = await eventsOf((await Conversation.ofLead(lead))!)
      assert.lengthOf(events, 1)
    })
  })

  test('begins with nobody where the holder of the lead is gone', async ({ assert }) => {
    const { inside, tenant, leadOf, asks } = await desk()
    const { user } = await makeMember(tenant, 'agent')
    const lead = await leadOf('Ann')
    await inside(() => lead.assign(user))
    await inside(async () => (await User.withRights().where('id', user.id).firstOrFail()).deactivate())
    await asks(lead)
    await inside(async () => assert.isNull((await Conversation.ofLead(lead))!.assigneeId))
  })
})

test.group('The list of messages', () => {
  test('shows what was written last first, and finds by what there is to do and by person', async ({
    assert,
  }) => {
    const { inside, admin, tenant, leadOf, asks, answers, names } = await desk()
    const agent = await makeMember(tenant, 'agent')
    const [ann, bob, cleo, dan] = [
      await leadOf('Ann'),
      await leadOf('Bob'),
      await leadOf('Cleo'),
      await leadOf('Dan'),
    ]
    await inside(() => cleo.assign(admin.user))
    await inside(() => dan.assign(agent.user))
    for (const lead of [ann, bob, cleo]) await asks(lead)
    await inside(() => Message.readAll(bob, 'user'))
    await answers(dan)
    await asks(ann)
    await leadOf('Eve, who wrote nothing')
    assert.deepEqual(await names(), ['Ann', 'Dan', 'Cleo', 'Bob'])
    assert.deepEqual(await names({ state: 'unread' }), ['Ann', 'Cleo'])
    assert.deepEqual(await names({ state: 'waiting' }), ['Ann', 'Bob', 'Cleo'], 'longest waiting first')
    assert.deepEqual(await names({ assignee: 'me' }), ['Cleo'])
    assert.deepEqual(await names({ assignee: 'none' }), ['Ann', 'Bob'])
    assert.deepEqual(await names({ assignee: agent.user.id }), ['Dan'])
    assert.deepEqual(await names({ assignee: 'none', state: 'unread' }), ['Ann'])
    await inside(async () => {
      const list = new ConversationList(admin.user, { assignee: 'none' })
      assert.deepEqual([await list.count(), await list.unread(), await list.waiting()], ['2', 2, 3])
    })
  })

  test('goes on where the page before ended, in each of its orders', async ({ assert }) => {
    const { leadOf, asks, page } = await desk()
    for (const name of ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve']) await asks(await leadOf(name))
    for (const state of [undefined, 'unread', 'waiting'] as const) {
      const met: string[] = []
      let after: string | undefined
      do {
        const { rows, nextCursor } = await page({ state, limit: 2, after })
        met.push(...rows.map(({ lead }) => lead.contactName))
        after = nextCursor ?? undefined
      } while (after)
      const all = ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve']
      assert.deepEqual(met, state === 'waiting' ? all : all.reverse())
    }
  })

  test('is that of their own leads for those who see no others', async ({ assert }) => {
    const { inside, tenant, leadOf, asks, names } = await desk()
    const field = await makeMember(tenant, 'field_user')
    const [ann, bob] = [await leadOf('Ann'), await leadOf('Bob')]
    await asks(ann)
    await asks(bob)
    await inside(() => bob.assign(field.user))
    assert.deepEqual(await names({}, field.user), ['Bob'])
    assert.deepEqual(await names({ state: 'waiting' }, field.user), ['Bob'])
    await inside(async () => assert.equal(await new ConversationList(field.user).unread(), 1))
  })
})
