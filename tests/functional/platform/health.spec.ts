import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { RabbitMQBus } from '#app/platform/bus/rabbitmq_bus'
import queueConfig from '#config/queue'
import { recordEvents } from '#tests/broker/probe_events'

type Check = { name: string; status: string; message: string; meta: { milliseconds: number } }

/** Lets the oldest event of the outbox wait for so long; no relay runs here, and other tests leave theirs behind. */
async function lag(seconds: number) {
  await recordEvents()
  const system = db.connection('system')
  await system.rawQuery('update outbox set created_at = now()')
  await system.rawQuery(
    'update outbox set created_at = now() - make_interval(secs => ?) where seq = (select min(seq) from outbox)',
    [seconds]
  )
}

test.group('Health', (group) => {
  group.setup(() => lag(0))

  test('ready tells each check with its time', async ({ client, assert }) => {
    const response = await client.get('/health/ready')
    response.assertStatus(200)
    response.assertHeader('cache-control', 'no-store')
    const { isHealthy, checks } = response.body() as { isHealthy: boolean; checks: Check[] }
    assert.isTrue(isHealthy)
    assert.deepEqual(
      checks.map(({ name }) => name),
      ['Database', 'Message bus', 'Relay', 'Disk']
    )
    for (const { meta } of checks) assert.isNumber(meta.milliseconds)
  })

  test('live asks nobody, and a probe opens no session', async ({ client, assert }) => {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await client.get(path)
      response.assertStatus(200)
      assert.isUndefined(response.header('set-cookie'))
    }
  })

  test('a relay that lags is a warning, one that stands still makes the product not ready', async ({
    client,
    assert,
  }) => {
    const relay = async () => {
      const response = await client.get('/health/ready')
      const { checks } = response.body() as { checks: Check[] }
      return { http: response.status(), check: checks.find(({ name }) => name === 'Relay')!.status }
    }
    await lag(90)
    assert.deepEqual(await relay(), { http: 200, check: 'warning' })
    await lag(700)
    assert.deepEqual(await relay(), { http: 503, check: 'error' })
    await lag(0)
    assert.deepEqual(await relay(), { http: 200, check: 'ok' })
  })

  test('a broker that is not there is not ready', async ({ assert }) => {
    const bus = new RabbitMQBus({ ...queueConfig, url: 'amqp://guest:guest@127.0.0.1:9' })
    await assert.rejects(() => bus.ready(), /cannot be reached/)
    await bus.close()
  })

  test('what is no probe is not found', async ({ client }) => {
    const response = await client.get('/health/nothing')
    response.assertStatus(404)
  })
})
