import { test } from '@japa/runner'
import { probeAmqp } from '../../bin/lib/amqp_probe.mjs'

const urlWith = (change: Partial<Pick<URL, 'password' | 'pathname' | 'port'>>) =>
  Object.assign(new URL(process.env.AMQP_URL!), change).href

test.group('Looking for a broker', () => {
  test('it is ready when it lets us in', async ({ assert }) => {
    assert.equal(await probeAmqp(process.env.AMQP_URL!), 'ready')
  })

  test('it is refused with another password', async ({ assert }) => {
    assert.equal(await probeAmqp(urlWith({ password: 'guess' })), 'refused')
  })

  test('it is refused for a virtual host that is not there', async ({ assert }) => {
    assert.equal(await probeAmqp(urlWith({ pathname: '/elsewhere' })), 'refused')
  })

  test('it is absent where nobody or somebody else answers', async ({ assert }) => {
    assert.equal(await probeAmqp(urlWith({ port: '1' })), 'absent')
    const { port } = new URL(process.env.DATABASE_URL!)
    assert.equal(await probeAmqp(urlWith({ port }), 1000), 'absent')
  })
})
