import pg from 'pg'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { LIVE_CHANNEL } from '#app/platform/live/live'
import AccessToken from '#app/access_tokens/access_token'
import LinkToken from '#app/identity/link_token'
import Message from '#app/messages/message'
import Note from '#app/notes/note'
import MailWorker from '#app/notifications/mail_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import { makeCompany, makeMember } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

const CANARY = /notecanary/i

test.group('Internal notes', () => {
  test('one is written on the lead, once however often it is sent', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const key = randomUUID()
    const send = () =>
      client
        .post(path(`/leads/${lead.id}/notes`))
        .json({ body: ' Has a dog. ', key })
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    const sent = await send()
    sent.assertStatus(302)
    sent.assertHeader('location', path(`/leads/${lead.id}`))
    await send()
    const notes = await inside(() => Note.ofLead(lead))
    assert.deepEqual(
      notes.map(({ body }) => body),
      ['Has a dog.']
    )
    const page = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const told = (page.inertiaProps as { timeline: { kind: string; note: { body: string } | null }[] })
      .timeline
    assert.deepEqual(
      told.filter(({ note }) => note).map(({ kind, note }) => [kind, note!.body]),
      [['note.created', 'Has a dog.']]
    )
  })

  test('an empty one is refused with words', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const sent = await client
      .post(path(`/leads/${lead.id}/notes`))
      .json({ body: '   ' })
      .header('accept', 'application/json')
      .loginAs(admin.identity)
      .withCsrfToken()
    sent.assertStatus(422)
    await inside(async () => assert.isEmpty(await Note.ofLead(lead)))
  })

  test('programs write and read them', async ({ client, assert }) => {
    const { inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const token = await inside(() => AccessToken.mint(admin.user, 'Desk'))
    const api = `/api/leads/${lead.id}/notes`
    const made = await client.post(api).bearerToken(token).json({ body: 'Has a dog' })
    made.assertStatus(201)
    const read = await client.get(api).bearerToken(token)
    read.assertStatus(200)
    assert.deepEqual(
      (read.body() as { data: { body: string; authorName: string }[] }).data.map((one) => [
        one.body,
        one.authorName,
      ]),
      [['Has a dog', 'Test admin']]
    )
  })

  test('those of a lead that is not theirs do not exist for field users', async ({ client, assert }) => {
    const { path, inside, tenant, admin } = await makeCompany()
    const field = await makeMember(tenant, 'field_user')
    const lead = await inside(() => receiveLead())
    await inside(() => Note.write({ lead, author: admin.user, body: 'Has a dog' }))
    const refused = await client
      .post(path(`/leads/${lead.id}/notes`))
      .json({ body: 'Me too' })
      .loginAs(field.identity)
      .withCsrfToken()
    refused.assertStatus(404)
    await inside(async () => {
      assert.isEmpty(await Note.visibleTo(field.user))
      await lead.assign(field.user)
      assert.lengthOf(await Note.visibleTo(field.user), 1)
    })
  })

  test('no customer ever learns of one: by page, mail, notification, event or news', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { tenant, inside, admin } = await makeCompany()
    const colleague = await makeMember(tenant, 'supervisor')
    const news: string[] = []
    const listener = new pg.Client({ connectionString: process.env.DATABASE_SYSTEM_URL })
    await listener.connect()
    cleanup(() => listener.end())
    listener.on('notification', ({ payload }) => news.push(payload!))
    await listener.query(`listen ${LIVE_CHANNEL}`)
    const { lead, link } = await inside(async () => {
      const received = await receiveLead()
      await Note.write({ lead: received, author: admin.user, body: 'Notecanary: pays late' })
      await Message.post({ lead: received, author: admin.user, body: 'We come on Tuesday' })
      await Message.post({ lead: received, author: 'customer', body: 'Fine' })
      const minted = await LinkToken.mint({ kind: 'lead_status', subjectId: received.id })
      return { lead: received, link: `/s/${minted}` }
    })
    await handOver(tenant.id, NotificationWorker, MailWorker)

    const page = await client.get(link)
    page.assertTextIncludes('We come on Tuesday')
    assert.notMatch(page.text(), CANARY)
    const token = await inside(() => AccessToken.mint(colleague.user, 'Reader'))
    const messages = await client.get(`/api/leads/${lead.id}/messages`).bearerToken(token)
    messages.assertStatus(200)
    assert.lengthOf((messages.body() as { data: unknown[] }).data, 2)
    assert.notMatch(messages.text(), CANARY)

    const system = db.connection('system')
    for (const table of ['events', 'deliveries', 'notifications', 'messages']) {
      const rows = await system.from(table).where('tenant_id', tenant.id)
      assert.isNotEmpty(rows, table)
      assert.notMatch(JSON.stringify(rows), CANARY, table)
    }
    const about = await system.from('events').where({ tenant_id: tenant.id, name: 'note.created' })
    assert.lengthOf(about, 1)
    const owed = await system.from('deliveries').where({ tenant_id: tenant.id, event_id: about[0].id })
    assert.isEmpty(owed)
    assert.isNotEmpty(news)
    assert.notMatch(news.join(), CANARY)
  })
})
