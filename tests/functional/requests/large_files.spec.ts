import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import env from '#start/env'
import { SYSTEM } from '#app/platform/database/current'
import Attachment from '#app/attachments/attachment'
import LinkToken from '#app/identity/link_token'
import { makeCompany } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { aPhoto } from '#tests/photo_factories'

const MEGABYTE = 1_048_576
const SIZE = 40 * MEGABYTE
const MOST = 30 * MEGABYTE

const PIECE = Buffer.alloc(65_536, 'x')

// The same piece again and again, so that only what the server keeps is counted.
function* pieces() {
  for (let sent = 0; sent < SIZE; sent += PIECE.length) yield PIECE
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** How much more than at the beginning is held in buffers of this process, which is the server too. */
function watchMemory() {
  const held = () => {
    collectGarbage()
    return process.memoryUsage().arrayBuffers
  }
  const before = held()
  let [seen, most] = [0, 0]
  return {
    /** Looks whenever so much more went by. */
    pass(bytes: number) {
      seen += bytes
      if (seen % (8 * MEGABYTE) < bytes) most = Math.max(most, held() - before)
    },
    get most() {
      return most
    },
  }
}

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
})
