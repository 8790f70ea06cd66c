import { EventEmitter, once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { OpenStreams } from '#app/platform/live/open_streams'

test.group('Open streams', () => {
  test('a page that listens does not hold up the end of the server', async ({ assert }) => {
    const streams = new OpenStreams({ subscribe: async () => true })
    const server = createServer((_, response) => {
      streams.add('page', response)
      response.write(':ok\n')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const request = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
    const [page] = await once(request, 'response')
    const cut = once(page, 'error')

    const closed = once(server, 'close')
    server.close()
    streams.cutAll()
    const [error] = await cut
    assert.equal(error.code, 'ECONNRESET')
    await closed
  })

  test('is cut off with what it depends on, and no other is', async ({ assert }) => {
    const streams = new OpenStreams({ subscribe: async () => true })
    const open = (stream: string, ...ids: string[]) => {
      const response = new Stream()
      streams.add(stream, response as never)
      streams.follow({ follow: stream, channel: 'news', dependsOn: ids.join(), visit: null, endsAt: null })
      return response
    }
    const [dana, visitor, other] = [
      open('a', 'company', 'dana'),
      open('b', 'company', 'visit'),
      open('c', 'else'),
    ]
    streams.cut('visit')
    assert.deepEqual([dana.isCut, visitor.isCut, other.isCut], [false, true, false])
    streams.cut('visit')
    streams.cut('company')
    assert.deepEqual([dana.isCut, other.isCut], [true, false])
  })
})

class Stream extends EventEmitter {
  isCut = false

  destroy() {
    this.isCut = true
    this.emit('close')
  }
}
