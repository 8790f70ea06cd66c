import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { randomUUID } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { newId } from '#app/platform/ids'
import Attachment from '#app/attachments/attachment'
import Delivery from '#app/deliveries/delivery'
import LinkToken from '#app/identity/link_token'
import PhotoWorker from '#app/leads/photo_worker'
import MailWorker from '#app/notifications/mail_worker'
import Message from '#app/messages/message'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { aDocx, PDF } from '#tests/document_factories'
import { jpeg } from '#tests/photo_factories'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function deskOf(client: ApiClient, { path }: Company, { identity }: Pick<Member, 'identity'>) {
  const add = (leadId: string, content: Buffer, filename: string) =>
    client
      .post(path(`/leads/${leadId}/attachments`))
      .file('file', content, { filename })
      .loginAs(identity)
      .withCsrfToken()
      .accept('json')
  const send = (leadId: string, body: object) =>
    client
      .post(path(`/leads/${leadId}/messages`))
      .json(body)
      .loginAs(identity)
      .withCsrfToken()
      .accept('json')
      .redirects(0)
  const reference = async (leadId: string, content: Buffer, filename: string) => {
    const added = await add(leadId, content, filename)
    added.assertStatus(201)
    return added.body().data.reference as string
  }
  return { add, send, reference }
}

test.group('Files from the desk', () => {
  test('go with a message, and reach the customer on their page and by links in the mail', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { inside, admin, tenant, path } = company
    const desk = deskOf(client, company, admin)
    const lead = await inside(() => receiveLead())
    const before = newId()
    const attachments = [
      await desk.reference(lead.id, await jpeg(), 'Valve.jpg'),
      await desk.reference(lead.id, PDF, 'Quote “1042”.pdf'),
      await desk.reference(lead.id, await aDocx(), 'Terms.docx'),
    ]
    const key = randomUUID()
    ;(await desk.send(lead.id, { body: 'Here is our quote.', key, attachments })).assertStatus(302)
    ;(await desk.send(lead.id, { body: 'Here is our quote.', key, attachments })).assertStatus(302)
    const { messages, files, secret } = await inside(async () => ({
      messages: await Message.ofLead(lead),
      files: await Attachment.ofLead(lead),
      secret: await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id }),
    }))
    assert.lengthOf(messages, 1)
    assert.deepEqual(
      files.map(({ name, contentType, messageId }) => [name, contentType, messageId]),
      [
        ['Valve.jpg', 'image/jpeg', messages[0].id],
        ['Quote “1042”.pdf', 'application/pdf', messages[0].id],
        ['Terms.docx', DOCX, messages[0].id],
      ]
    )

    await handOverAfter(before, tenant.id, PhotoWorker)
    const page = await client.get(`/s/${secret}`)
    page.assertTextIncludes(`/attachments/${files[0].id}?size=small`)
    const [, href] = /href="(\/s\/[^"]+\/files\/[^"]+)"/.exec(page.text())!
    const saved = await client.get(href)
    saved.assertStatus(200)
    assert.equal(saved.header('content-type'), 'application/pdf')
    assert.match(
      saved.header('content-disposition')!,
      /^attachment; filename="Quote _1042_\.pdf"; filename\*=UTF-8''Quote%20/
    )
    assert.match(saved.header('content-security-policy')!, /sandbox/)

    await handOverAfter(before, tenant.id, MailWorker)
    const mail = await inside(() => Delivery.findByOrFail('kind', 'message_answered'))
    assert.include(mail.bodyText, 'Quote “1042”.pdf')
    const links = mail.bodyHtml.match(/\/files\/[^"]+/g)!
    assert.lengthOf(links, 3)
    assert.notInclude(mail.bodyHtml, secret)
    const picture = await client.get(`/s/${secret}${links[0]}`)
    assert.equal(picture.header('content-type'), 'image/jpeg')

    const shown = await client
      .get(path(`/leads/${lead.id}`))
      .loginAs(admin.identity)
      .withInertia()
    assert.containsSubset(shown.body().props.timeline, [
      { photos: [{ name: 'Valve.jpg' }], files: [{ name: 'Quote “1042”.pdf', sizeBytes: PDF.length }] },
    ])
    const own = await client.get(path(`/leads/${lead.id}/attachments/${files[1].id}`)).loginAs(admin.identity)
    assert.equal(Buffer.from(own.body()).toString(), PDF.toString())
  })

  test('may go without a word, which the customer’s language then says', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, admin } = company
    const desk = deskOf(client, company, admin)
    const lead = await inside(() => receiveLead({ language: 'es' }))
    ;(await desk.send(lead.id, { body: ' ' })).assertStatus(422)
    ;(await desk.send(lead.id, { attachments: [await desk.reference(lead.id, PDF, 'a.pdf')] })).assertStatus(
      302
    )
    await inside(async () => {
      const [{ body }] = await Message.ofLead(lead)
      assert.equal(body, 'Le hemos enviado un archivo.')
    })
  })

  test('that are neither photo nor PDF, or run something, are refused in words', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const desk = deskOf(client, company, company.admin)
    const lead = await company.inside(() => receiveLead())
    const HOSTILE = {
      'is neither a photo nor a document': Buffer.from('MZ\x90\x00 program'),
      'runs scripts': Buffer.from(
        '%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\n%%EOF'
      ),
      'carries or fetches other files': await aDocx({ 'word/vbaProject.bin': 'x' }),
      'larger than 10 MB': Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024, 32)]),
    }
    for (const [why, content] of Object.entries(HOSTILE)) {
      const refused = await desk.add(lead.id, content, 'invoice.pdf')
      refused.assertStatus(422)
      assert.include(refused.body().errors[0].detail, why)
    }
    const page = await desk.add(lead.id, Buffer.from(`<script>alert(1)</script>${PDF}`), 'invoice.pdf')
    page.assertStatus(422)
    const none = await client
      .post(company.path(`/leads/${lead.id}/attachments`))
      .json({ file: 'x' })
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .accept('json')
    none.assertStatus(422)
    await company.inside(async () => assert.isEmpty(await Attachment.query()))
  })

  test('belong to whoever added them, to one lead, and to one message; a lost one is told', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { inside, admin, tenant } = company
    const colleague = await makeMember(tenant, 'agent')
    const desk = deskOf(client, company, admin)
    const [lead, other] = await inside(async () => [await receiveLead(), await receiveLead()])
    const reference = await desk.reference(lead.id, PDF, 'a.pdf')
    const refusals = [
      await desk.send(other.id, { body: 'Hi', attachments: [reference] }),
      await deskOf(client, company, colleague).send(lead.id, { body: 'Hi', attachments: [reference] }),
      await desk.send(lead.id, { body: 'Hi', attachments: [`${reference}x`] }),
    ]
    for (const refused of refusals) {
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].pointer, '#/attachments')
    }
    await inside(async () => assert.isEmpty(await Message.ofLead(lead)))
    ;(await desk.send(lead.id, { body: 'Hi', attachments: [reference] })).assertStatus(302)
    ;(await desk.send(lead.id, { body: 'Again', attachments: [reference] })).assertStatus(422)
    await inside(async () => assert.lengthOf(await Message.ofLead(lead), 1))
  })

  test('are not taken from those who may not write', async ({ client, assert }) => {
    const company = await makeCompany()
    const field = await makeMember(company.tenant, 'field_user')
    const lead = await company.inside(() => receiveLead())
    const refused = await deskOf(client, company, field).add(lead.id, PDF, 'a.pdf')
    refused.assertStatus(404)
    await company.inside(async () => assert.isEmpty(await Attachment.query()))
  })
})

test.group('A link to a file', () => {
  test('opens that file only, behind the link of its request, and is over by itself', async ({ client }) => {
    const company = await makeCompany()
    const { inside, admin } = company
    const desk = deskOf(client, company, admin)
    const [lead, other] = await inside(async () => [await receiveLead(), await receiveLead()])
    const attachments = [await desk.reference(lead.id, PDF, 'a.pdf')]
    await desk.send(lead.id, { body: 'Hi', attachments })
    const [file, mine, theirs] = await inside(async () => [
      await Attachment.ofLead(lead).firstOrFail(),
      await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id }),
      await LinkToken.mint({ kind: 'lead_status', subjectId: other.id }),
    ])
    const sealed = (purpose: string, expiresIn?: number) =>
      encryption.encrypt(file.id, { purpose, expiresIn })
    const purpose = `file:${lead.tenantId}:${lead.id}`
    const good = sealed(purpose)
    ;(await client.get(`/s/${mine}/files/${good}`)).assertStatus(200)
    ;(await client.get(`/s/${theirs}/files/${good}`)).assertStatus(404)
    ;(await client.get(`/s/nobody/files/${good}`)).assertStatus(404)
    for (const wrong of [sealed(purpose, -1), sealed('held-file'), `${good}x`, file.id, 'x'])
      (await client.get(`/s/${mine}/files/${wrong}`)).assertStatus(404)
    await inside(() => LinkToken.revokeAll('lead_status', lead.id))
    ;(await client.get(`/s/${mine}/files/${good}`)).assertStatus(404)
  })
})
