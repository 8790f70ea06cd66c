import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import env from '#start/env'
import { SYSTEM } from '#app/platform/database/current'
import Attachment from '#app/attachments/attachment'
import { disk } from '#app/attachments/disk'
import LinkToken from '#app/identity/link_token'
import { makeCompany } from '#tests/factories'
import { MOST, pieces, SIZE, watchMemory } from '#tests/large_content'
import { receiveLead } from '#tests/lead_factories'
import { aPhoto } from '#tests/photo_factories'
import { diskOn } from '#tests/s3_disk'

const begin = (path: string, method: string, headers: Record<string, string> = {}) =>
  request({ host: env.get('HOST'), port: env.get('PORT'), path, method, headers })

async function photographed() {
  const company = await makeCompany()
  const photo = await Attachment.hold(await aPhoto(), 'a.jpg', { tenantId: company.tenant.id, actor: SYSTEM })
  return company.inside(async () => {
    const lead = await receiveLead()
    await photo.attachTo(lead)
    return { photo, secret: await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id }) }
  })
}

test.group('A large file', () => {
  test('is given out piece by piece, and never whole in memory', async ({ assert }) => {
    const { photo, secret } = await photographed()
    await drive.use().putStream(photo.fileKey, Readable.from(pieces()))
    const memory = watchMemory()
    const asked = begin(`/s/${secret}/attachments/${photo.id}`, 'GET').end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    let bytes = 0
    for await (const piece of answer) {
      bytes += (piece as Buffer).length
      memory.pass((piece as Buffer).length)
    }
    assert.equal(bytes, SIZE)
    assert.isBelow(memory.most, MOST)
  })

  test('is taken in piece by piece, kept no further than its limit, and refused in words', async ({
    assert,
  }) => {
    const { secret } = await photographed()
    const memory = watchMemory()
    const sent = begin(`/s/${secret}/messages`, 'POST', {
      'content-type': 'multipart/form-data; boundary=border',
      'transfer-encoding': 'chunked',
    })
    sent.write(
      '--border\r\ncontent-disposition: form-data; name="photos[message][]"; filename="a.jpg"\r\n\r\n'
    )
    for (const piece of pieces()) {
      if (!sent.write(piece)) await once(sent, 'drain')
      memory.pass(piece.length)
    }
    sent.end('\r\n--border--\r\n')
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    const page = (await answer.toArray()).join('')
    assert.equal(answer.statusCode, 422)
    assert.include(page, 'larger than 10 MB')
    assert.isBelow(memory.most, MOST)
  })

  test('goes to S3 and comes from there piece by piece', async ({ assert, cleanup }) => {
    const memory = watchMemory()
    const storage = createServer((request, response) => {
      if (request.method === 'GET') {
        Readable.from(pieces()).pipe(response.writeHead(200, { 'content-length': SIZE }))
      } else {
        request.on('data', (piece: Buffer) => memory.pass(piece.length))
        request.on('end', () => response.writeHead(200, { etag: '"made"' }).end())
      }
    })
    await once(storage.listen(0, '127.0.0.1'), 'listening')
    const folder = await mkdtemp(join(tmpdir(), 'large-'))
    const { use } = drive
    cleanup(async () => {
      drive.use = use
      storage.closeAllConnections()
      storage.close()
      await rm(folder, { recursive: true })
    })
    const { port } = storage.address() as AddressInfo
    const account = { S3_REGION: 'eu-west-1', S3_BUCKET: 'files', S3_KEY: 'key', S3_SECRET: 'secret' }
    const s3 = await diskOn({ ...account, S3_ENDPOINT: `http://127.0.0.1:${port}` })
    drive.use = () => s3 as never
    const path = join(folder, 'large')
    await pipeline(Readable.from(pieces()), createWriteStream(path))

    await disk.put('large', { path, sizeBytes: SIZE, contentType: 'application/pdf' })
    assert.isAtLeast(memory.seen, SIZE)
    for await (const piece of await disk.read('large')) memory.pass((piece as Buffer).length)
    assert.isAtLeast(memory.seen, 2 * SIZE)
    assert.isBelow(memory.most, MOST)
  })
})
