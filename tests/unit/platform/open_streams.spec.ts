import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { OpenStreams } from '#app/platform/open_streams'

test.group('Open streams', () => {
  test('a page that listens does not hold up the end of the server', async ({ assert }) => {
    const streams = new OpenStreams()
    const server = createServer((_, response) => {
      streams.add(response)
      response.write(':ok\n')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const request = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
    const [page] = await once(request, 'response')
    const cut = once(page, 'error')

    const closed = once(server, 'close')
    server.close()
    streams.cut()
    const [error] = await cut
    assert.equal(error.code, 'ECONNRESET')
    await closed
  })
})
