import { test } from '@japa/runner'
import encryption from '@adonisjs/core/services/encryption'
import type { ApiClient } from '@japa/api-client'
import AccessToken from '#app/access_tokens/access_token'
import Attachment from '#app/attachments/attachment'
import Tenant from '#app/tenancy/tenant'
import Message from '#app/messages/message'
import { makeCompany } from '#tests/factories'
import { aDocx, PDF } from '#tests/document_factories'
import { receiveLead } from '#tests/lead_factories'
import { jpeg } from '#tests/photo_factories'

type File = { id: string; name: string; messageId: string | null; url: string; sizeBytes: number }

async function makeClient(client: ApiClient, scopes?: string[]) {
  const company = await makeCompany()
  const { inside, admin } = company
  const { lead, secret } = await inside(async () => ({
    lead: await receiveLead(),
    secret: await AccessToken.mint(admin.user, 'Files', scopes && { scopes: scopes as never }),
  }))
  const of = `/api/leads/${lead.id}`
  const upload = (content: Buffer, filename: string) =>
    client.post(`${of}/uploads`).bearerToken(secret).file('file', content, { filename })
  const post = (path: string, body: object) => client.post(`${of}${path}`).bearerToken(secret).json(body)
  const get = (path: string) => client.get(`${of}${path}`).bearerToken(secret)
  const list = async (): Promise<File[]> => (await get('/files')).body().data
  const reference = async (content: Buffer, filename: string): Promise<string> => {
    const answer = await upload(content, filename)
    answer.assertStatus(201)
    return answer.body().data.reference
  }
  return { ...company, lead, upload, get, post, list, reference }
}

const placeOf = (url: string) => new URL(url).pathname

test.group('Files over the API', () => {
  test('go with a message or stand with the request, and are fetched by an address that ends', async ({
    client,
    assert,
  }) => {
    const { inside, lead, get, post, list, reference } = await makeClient(client)
    const sent = await post('/messages', { attachments: [await reference(PDF, 'Quote.pdf')] })
    sent.assertStatus(201)
    const added = await post('/files', {
      attachments: [await reference(await jpeg(), 'a.jpg'), await reference(await aDocx(), 'b.docx')],
    })
    added.assertStatus(201)
    const [message] = await inside(() => Message.ofLead(lead))
    const read = (await get('/messages')).body().data
    assert.deepEqual(
      [sent.body().data, ...read].map(({ files }) => files.map((one: File) => [one.name, one.messageId])),
      [[['Quote.pdf', message.id]], [['Quote.pdf', message.id]]]
    )
    const files = await list()
    assert.sameDeepMembers(
      files.map(({ name, messageId }) => [name, messageId]),
      [
        ['Quote.pdf', message.id],
        ['a.jpg', null],
        ['b.docx', null],
      ]
    )
    const quote = files.find(({ name }) => name === 'Quote.pdf')!
    const fetched = await client.get(placeOf(quote.url))
    fetched.assertStatus(200)
    assert.equal(Buffer.from(fetched.body()).toString(), PDF.toString())
    assert.match(fetched.header('content-disposition')!, /^attachment;/)
    assert.match(fetched.header('content-security-policy')!, /sandbox/)
    const named = { tenantId: lead.tenantId, id: quote.id }
    const over = encryption.encrypt(named, { purpose: 'download', expiresIn: -1 })
    ;(await client.get(`/files/${over}`)).assertStatus(404)
  })

  test('are not given by an address that was changed, or once the company is closed', async ({ client }) => {
    const { inside, post, list, reference } = await makeClient(client)
    await post('/files', { attachments: [await reference(PDF, 'a.pdf')] })
    const [{ url, id }] = await list()
    const place = placeOf(url)
    for (const wrong of [`${place}x`, place.slice(0, -4), `/files/${id}`]) {
      const refused = await client.get(wrong)
      refused.assertStatus(404)
    }
    ;(await client.get(place)).assertStatus(200)
    await inside(async () => (await Tenant.current()).deactivate('Contract ended'))
    ;(await client.get(place)).assertStatus(404)
  })

  test('that are refused say why, and a reference is good once and for its lead only', async ({
    client,
    assert,
  }) => {
    const { inside, upload, post, reference } = await makeClient(client)
    const page = await upload(Buffer.from('<script>alert(1)</script>'), 'photo.jpg')
    page.assertStatus(422)
    assert.equal(page.body().code, 'E_NOT_A_FILE')
    assert.equal(page.body().errors[0].pointer, '#/file')
    const mine = await reference(PDF, 'a.pdf')
    ;(await post('/files', { attachments: [] })).assertStatus(422)
    const theirs = await makeClient(client)
    ;(await theirs.post('/files', { attachments: [mine] })).assertStatus(422)
    ;(await post('/files', { attachments: [mine] })).assertStatus(201)
    const twice = await post('/messages', { attachments: [mine] })
    twice.assertStatus(422)
    assert.equal(twice.body().errors[0].pointer, '#/attachments')
    await inside(async () => {
      assert.lengthOf(await Attachment.query(), 1)
      assert.isEmpty(await Message.query())
    })
  })

  test('need the scopes of what they go with', async ({ client }) => {
    const { upload, post } = await makeClient(client, ['leads:read', 'messages:read'])
    ;(await upload(PDF, 'a.pdf')).assertStatus(403)
    ;(await post('/files', { attachments: ['x'] })).assertStatus(403)
  })
})
