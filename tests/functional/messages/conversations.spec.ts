import pg from 'pg'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import AccessToken from '#app/access_tokens/access_token'
import Conversation from '#app/messages/conversation'
import { NotAReaderError } from '#app/messages/errors'
import Message from '#app/messages/message'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import { handOverAfter } from '#tests/hand_over'
import ConversationList, { CONVERSATION_STATES } from '#app/messages/conversation_list'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

test.group('The list of messages', () => {
  test('says of each conversation whose it is and what was said last, and counts in the navigation', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(async () => {
      const received = await receiveLead()
      await received.assign(admin.user)
      await Message.post({ lead: received, author: 'customer', body: 'When can you come?' })
      return received
    })
    const shown = await client.get(path('/conversations')).loginAs(admin.identity).withInertia()
    shown.assertStatus(200)
    const { conversations, counts, unreadConversations } = shown.body().props
    assert.deepEqual(counts, { unread: 1, waiting: 1 })
    assert.equal(unreadConversations, 1)
    assert.containsSubset(conversations, [
      {
        lead: {
          id: lead.id,
          number: lead.number,
          reference: String(lead.number),
          contactName: 'Dana Whitfield',
        },
        last: { authorKind: 'customer', body: 'When can you come?' },
        unread: 1,
        isWaiting: true,
        assignee: { id: admin.user.id, name: admin.user.name },
      },
    ])
  })

  test('knows nobody of another company, and no cursor of another order', async ({ client }) => {
    const [{ path, admin }, other] = [await makeCompany(), await makeCompany()]
    const ask = (qs: Record<string, string>) =>
      client.get(path('/conversations')).qs(qs).loginAs(admin.identity).accept('json')
    const foreign = await ask({ assignee: other.admin.user.id })
    foreign.assertStatus(404)
    const cursor = Buffer.from(JSON.stringify(['waiting', newId()])).toString('base64url')
    const misplaced = await ask({ after: cursor })
    misplaced.assertStatus(422)
  })

  test('is out of reach of those who may read no messages', async ({ client }) => {
    const company = await makeCompany()
    const agent = await makeMemberWith(company, 'agent', { grants: { messages: { read: 'none' } } })
    const shown = await client.get(company.path('/conversations')).loginAs(agent.identity).accept('json')
    shown.assertStatus(403)
  })

  test('reads no more rows for a page than it shows, however many there are', async ({ assert }) => {
    const company = await makeCompany()
    await fill(company, 4000)
    for (const state of [undefined, ...CONVERSATION_STATES])
      for (const assignee of [undefined, 'none', 'me']) {
        const list = new ConversationList(company.admin.user, { state, assignee })
        const [page] = await company.inside(async () => {
          // The first read of a unit goes with its BEGIN.
          await db.rawQuery('select 1')
          return askedBy(() => list.page())
        })
        const looked = await company.inside(() => rowsReadBy(page))
        assert.isAtMost(looked, 26 * 4, `${state} ${assignee}`)
      }
  })
})

test.group('Handing a conversation over', () => {
  test('tells its new holder, stands in the history of the lead, and is who hears of the next message', async ({
    client,
    assert,
  }) => {
    const { path, inside, tenant, admin } = await makeCompany()
    const [holder, answerer] = [await makeMember(tenant, 'agent'), await makeMember(tenant, 'agent', 'Bea')]
    const { lead, id } = await inside(async () => {
      const received = await receiveLead()
      await received.assign(holder.user)
      await Message.post({ lead: received, author: 'customer', body: 'When can you come?' })
      return { lead: received, id: (await Conversation.ofLead(received))!.id }
    })
    const before = newId()
    const given = await client
      .post(path(`/conversations/${id}/assignment`))
      .json({ assigneeId: answerer.user.id })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    given.assertStatus(302)
    await inside(() => Message.post({ lead, author: 'customer', body: 'Hello?' }))
    await handOverAfter(before, tenant.id, NotificationWorker)
    await inside(async () => {
      const toldTo = (userId: string) => Notification.query().where({ userId }).orderBy('id')
      assert.isEmpty(await toldTo(holder.user.id))
      const told = await toldTo(answerer.user.id)
      assert.deepEqual(
        told.map(({ kind }) => kind),
        ['conversation.assigned', 'message.created']
      )
    })
    const shown = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const { conversation, timeline } = shown.body().props
    assert.deepEqual(conversation, {
      id,
      assignee: { id: answerer.user.id, name: 'Bea' },
      mayAssign: true,
    })
    assert.containsSubset(timeline, [{ kind: 'conversation.assigned', assignee: 'Bea' }])
  })

  test('to somebody who may not read it is refused in words, as it is over the API', async ({
    client,
    assert,
  }) => {
    const { path, inside, tenant, admin } = await makeCompany()
    const { user } = await makeMember(tenant, 'associate')
    const id = await inside(async () => {
      const lead = await receiveLead()
      await Message.post({ lead, author: 'customer', body: 'When?' })
      return (await Conversation.ofLead(lead))!.id
    })
    const refused = await client
      .post(path(`/conversations/${id}/assignment`))
      .json({ assigneeId: user.id })
      .loginAs(admin.identity)
      .withCsrfToken()
      .accept('json')
    refused.assertStatus(422)
    refused.assertBodyContains({ errors: [{ pointer: '#/assigneeId', detail: NotAReaderError.message }] })
    const token = await inside(() => AccessToken.mint(admin.user, 'Phone system'))
    const ask = (to: string | null) =>
      client.post(`/api/conversations/${id}/assign`).bearerToken(token).json({ assigneeId: to })
    const refusal = await ask(user.id)
    refusal.assertStatus(422)
    const given = await ask(admin.user.id)
    given.assertStatus(200)
    given.assertBodyContains({ data: { id, assignee: { id: admin.user.id } } })
    const listed = await client.get('/api/conversations').qs({ assignee: 'me' }).bearerToken(token)
    assert.deepEqual(
      listed.body().data.map((one: { id: string }) => one.id),
      [id]
    )
  })

  test('is out of reach of those who may not hand leads on', async ({ client }) => {
    const company = await makeCompany()
    const agent = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'all', edit: 'all' } } })
    const id = await company.inside(async () => {
      const lead = await receiveLead()
      await Message.post({ lead, author: 'customer', body: 'When?' })
      return (await Conversation.ofLead(lead))!.id
    })
    const refused = await client
      .post(company.path(`/conversations/${id}/assignment`))
      .json({ assigneeId: null })
      .loginAs(agent.identity)
      .withCsrfToken()
      .accept('json')
    refused.assertStatus(403)
  })
})

type Statement = { text: string; values: unknown[] }
type Plan = { 'Actual Rows': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }

async function fill({ tenant, admin, inside }: Company, count: number) {
  await inside(async () => {
    await db.rawQuery(
      `insert into leads (id, tenant_id, number, source, contact_name, summary, name_norm, created_at, updated_at)
       select uuidv7(), ?, 1000000 + n, 'manual', 'Ann', 'Drip', 'ann', now(), now() from generate_series(1, ?) n`,
      [tenant.id, count]
    )
    await db.rawQuery(
      `insert into messages (id, tenant_id, lead_id, author_kind, author_name, body, created_at, updated_at)
       select leads.id, tenant_id, leads.id, 'customer', 'Ann', 'Hello', now(), now() from leads where tenant_id = ?`,
      [tenant.id]
    )
    await db.rawQuery(
      `insert into conversations (id, tenant_id, lead_id, assignee_id, last_message_id, unread_count, waiting_message_id, created_at, updated_at)
       select id, tenant_id, id, case number % 4 when 0 then ?::uuid end, id, number % 2, case number % 3 when 0 then id end, now(), now()
       from leads where tenant_id = ?`,
      [admin.user.id, tenant.id]
    )
  })
  await db.connection('owner').rawQuery('analyze conversations')
}

async function askedBy(work: () => Promise<unknown>) {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const { query } = prototype
  const asked: Statement[] = []
  prototype.query = function (...given) {
    const [{ text, values }] = given as [Statement]
    if (text?.includes('from "conversations"')) asked.push({ text, values })
    return query.apply(this, given)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return asked
}

async function rowsReadBy({ text, values }: Statement) {
  const sql = text.replaceAll(/\$\d+/g, '?')
  const { rows } = await db.rawQuery(`explain (format json, analyze) ${sql}`, values as never[])
  const sum = (plan: Plan): number =>
    plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan.Plans ?? []).reduce((all, one) => all + sum(one), 0)
  return sum(rows[0]['QUERY PLAN'][0].Plan)
}
