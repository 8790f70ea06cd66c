import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from '@japa/runner'
import queueConfig from '#config/queue'
import { workers } from '#start/workers'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { unique } from '#tests/factories'

type Ready = { ready?: string }

/** A command of the built product. */
const ACE = join(process.env.PRODUCT_BUILD!, 'ace.js')
const environment = (env: Record<string, string>) => ({
  ...process.env,
  NODE_ENV: 'production',
  LOG_LEVEL: 'silent',
  ...env,
})

async function started(command: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [ACE, command], {
    env: environment(env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr!.on('data', (chunk) => (errors += chunk))
  await new Promise<void>((resolve, reject) => {
    child.on('message', ({ ready }: Ready) => ready === command && resolve())
    child.once('exit', () => reject(new Error(`${command} did not start: ${errors}`)))
  })
  return child
}

/** All that it wrote, and its exit code. */
async function failed(words: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [ACE, ...words], { env: environment(env) })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'exit')
  return { code, said: said.trim() }
}

test.group('The processes of the product', () => {
  for (const command of ['relay', 'worker', 'scheduler']) {
    test(`${command} says in one line why it cannot start`, async ({ assert }) => {
      const broker = await failed([command], { QUEUE_DRIVER: 'rabbitmq', AMQP_URL: '' })
      assert.match(broker.said, /^Latchkey cannot start: AMQP_URL is missing: .*$/)
      assert.equal(broker.code, 1)
      const nobody = 'postgres://app:secret@127.0.0.1:1/latchkey'
      const database = await failed([command], {
        QUEUE_DRIVER: 'embedded',
        DATABASE_URL: nobody,
        DATABASE_SYSTEM_URL: nobody,
      })
      assert.match(
        database.said,
        /^Latchkey cannot start: Nothing answers at 127\.0\.0\.1:1 \(ECONNREFUSED\): check DATABASE_URL.*$/
      )
      assert.equal(database.code, 1)
    })
  }

  test('worker names the queues that there are when it is given another one', async ({ assert }) => {
    const { said, code } = await failed(['worker', '--queue=post'], { QUEUE_DRIVER: 'embedded' })
    assert.match(said, /^Latchkey cannot start: There is no queue post: choose .*\bnotifications\b.*$/)
    assert.equal(code, 1)
  })

  for (const driver of ['embedded', 'rabbitmq']) {
    for (const command of ['relay', 'worker', 'scheduler']) {
      test(`${command} on the ${driver} bus ends calmly when it is told to, and with the one that started it`, async ({
        assert,
        cleanup,
      }) => {
        const prefix = unique('command')
        const env = { QUEUE_DRIVER: driver, QUEUE_PREFIX: prefix }
        const children = await Promise.all([started(command, env), started(command, env)])
        cleanup(async () => {
          for (const child of children) child.kill('SIGKILL')
          await removeFromBroker(process.env.AMQP_URL!, prefix, Object.keys(workers), queueConfig.ladder)
        })
        const ends = children.map((child) => once(child, 'exit'))
        children[0].kill('SIGTERM')
        children[1].disconnect()
        assert.deepEqual(await Promise.all(ends), [
          [0, null],
          [0, null],
        ])
      })
    }
  }
})
