import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from '@japa/runner'
import queueConfig from '#config/queue'
import { workers } from '#start/workers'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { unique } from '#tests/factories'

type Ready = { ready?: string }

const NOBODY = 'postgres://app:secret@127.0.0.1:1/latchkey'
const isLong = process.env.FAULTS === 'all'

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

/** What stands in the way of a start, and how it is said. */
const OBSTACLES: Record<string, { env: Record<string, string>; said: RegExp }> = {
  'without the address of its broker': {
    env: { QUEUE_DRIVER: 'rabbitmq', AMQP_URL: '' },
    said: /^Latchkey cannot start: AMQP_URL is missing: .*$/,
  },
  'while no database answers': {
    env: { QUEUE_DRIVER: 'embedded', DATABASE_URL: NOBODY, DATABASE_SYSTEM_URL: NOBODY },
    said: /^Latchkey cannot start: Nothing answers at 127\.0\.0\.1:1 \(ECONNREFUSED\): check DATABASE_URL.*$/,
  },
}
const ENDINGS: Record<string, (child: ChildProcess) => unknown> = {
  'when it is told to': (child) => child.kill('SIGTERM'),
  'with the one that started it': (child) => child.disconnect(),
}
const DRIVERS = ['embedded', 'rabbitmq']

/** Each with each in the long form; in the short one every command on every bus, and every way with every command. */
const both = <One>(all: One[], at: number) => (isLong ? all : [all[at % all.length]])

test.group('The processes of the product', () => {
  for (const [at, command] of ['relay', 'worker', 'scheduler'].entries()) {
    for (const [when, { env, said }] of both(Object.entries(OBSTACLES), at))
      test(`${command} says in one line why it cannot start ${when}`, async ({ assert }) => {
        const end = await failed([command], env)
        assert.match(end.said, said)
        assert.equal(end.code, 1)
      })

    for (const [turn, driver] of DRIVERS.entries())
      for (const [when, end] of both(Object.entries(ENDINGS), at + turn))
        test(`${command} on the ${driver} bus ends calmly ${when}`, async ({ assert, cleanup }) => {
          const prefix = unique('command')
          const child = await started(command, { QUEUE_DRIVER: driver, QUEUE_PREFIX: prefix })
          cleanup(async () => {
            child.kill('SIGKILL')
            await removeFromBroker(process.env.AMQP_URL!, prefix, Object.keys(workers), queueConfig.ladder)
          })
          const exit = once(child, 'exit')
          end(child)
          assert.deepEqual(await exit, [0, null])
        })
  }

  test('worker names the queues that there are when it is given another one', async ({ assert }) => {
    const { said, code } = await failed(['worker', '--queue=post'], { QUEUE_DRIVER: 'embedded' })
    assert.match(said, /^Latchkey cannot start: There is no queue post: choose .*\bnotifications\b.*$/)
    assert.equal(code, 1)
  })
})
