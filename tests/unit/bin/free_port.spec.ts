import { createServer } from 'node:net'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { freePort, isPortFree } from '../../../bin/lib/free_port.mjs'

const LENT = '/proc/sys/net/ipv4/ip_local_port_range'

test.group('A free port', () => {
  test('is one that can be listened at', async ({ assert, cleanup }) => {
    const port = await freePort()
    assert.isTrue(await isPortFree(port))

    const server = createServer().listen(port, '127.0.0.1')
    cleanup(() => void server.close())
    await once(server, 'listening')

    assert.isFalse(await isPortFree(port))
  })

  test('is none that the system lends to outgoing connections', async ({ assert }) => {
    const [lowest, highest] = (await readFile(LENT, 'utf8')).split(/\s+/).map(Number)
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()))

    assert.deepEqual(
      ports.filter((port) => port >= lowest && port <= highest),
      []
    )
  }).skip(process.platform !== 'linux', 'the range is known on Linux only')
})
