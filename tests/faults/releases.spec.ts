import { once } from 'node:events'
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { openBus } from '#app/platform/bus/open_bus'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { probeName } from '#tests/broker/probe_events'
import type { Release } from '#tests/faults/releases/definitions'
import { endProcess } from '#tests/end_process'
import { makeCompany, unique } from '#tests/factories'
import { until } from '#tests/until'

const LADDER = [300, 600, 1200, 60_000]
const SOME = 60

/** Two releases of one product on one database and broker. */
class Rollout {
  readonly prefix = unique('rollout')
  #names = [probeName(), probeName()]
  #children = new Set<ChildProcess>()
  #company = makeCompany()

  async start(role: 'web' | 'relay' | 'worker', release: Release) {
    const child = spawn(
      process.execPath,
      [
        '--import=./tests/from_build.mjs',
        'tests/faults/releases/release_process.ts',
        role,
        release,
        this.prefix,
        ...this.#names,
      ],
      {
        env: { ...process.env, QUEUE_DRIVER: 'rabbitmq', LOG_LEVEL: 'fatal' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }
    )
    this.#children.add(child)
    await once(child, 'message')
    return child
  }

  async stop(...children: ChildProcess[]) {
    for (const child of children) {
      await endProcess(child)
      this.#children.delete(child)
    }
  }

  async record(web: ChildProcess, wishes: { prices?: number; shipments?: number }) {
    const { tenant } = await this.#company
    web.send({ prices: 0, shipments: 0, ...wishes, tenantId: tenant.id })
    await once(web, 'message')
  }

  /** How often each effect happened, over all events, and how many prices are not 500 cents. */
  async effects() {
    const { inside } = await this.#company
    const rows = await inside(() => db.from('number_series').select('name', 'next'))
    const of = (kind: string) => rows.filter(({ name }) => name.startsWith(`${kind} `))
    return {
      prices: of('price').length,
      shipments: of('shipment').length,
      twice: rows.filter(({ next }) => next > 1002).length,
      wrong: of('price').filter(({ name }) => !name.endsWith(' 500')).length,
    }
  }

  async isDone(wanted: { prices: number; shipments: number }) {
    const { prices, shipments } = await this.effects()
    return prices === wanted.prices && shipments === wanted.shipments
  }

  async deadLetters() {
    const bus = await openBus({ driver: 'rabbitmq', prefix: this.prefix, ladder: LADDER })
    const letters = await bus.deadLetters('shop').list()
    await bus.close()
    return letters
  }

  async close() {
    for (const child of this.#children) child.kill('SIGKILL')
    await removeFromBroker(process.env.AMQP_URL!, this.prefix, ['shop'], LADDER)
  }
}

test.group('A new release beside the old one', (group) => {
  let rollout: Rollout

  group.each.setup(async () => {
    await db.connection('system').from('outbox').delete()
    rollout = new Rollout()
    return () => rollout.close()
  })

  async function requireAll(
    assert: { deepEqual: (a: unknown, b: unknown) => void },
    prices: number,
    shipments: number
  ) {
    await until(() => rollout.isDone({ prices, shipments }), {
      within: 40_000,
      what: `${prices} prices and ${shipments} shipments came true`,
    }).catch(() => {})
    assert.deepEqual(await rollout.effects(), { prices, shipments, twice: 0, wrong: 0 })
    assert.deepEqual(await rollout.deadLetters(), [])
  }

  test('whose pages come first: what the old relays and workers do not know waits for the new ones', async ({
    assert,
  }) => {
    const [oldWeb, oldRelay, oldWorker] = await Promise.all([
      rollout.start('web', 'old'),
      rollout.start('relay', 'old'),
      rollout.start('worker', 'old'),
    ])
    await rollout.record(oldWeb, { prices: SOME })
    const newWeb = await rollout.start('web', 'new')
    await rollout.record(newWeb, { prices: SOME, shipments: SOME })
    await rollout.record(oldWeb, { prices: SOME })
    await until(async () => (await rollout.effects()).prices === 2 * SOME)
    const newRelay = await rollout.start('relay', 'new')
    await rollout.record(newWeb, { shipments: SOME })
    await sleep(400)
    await rollout.start('worker', 'new')
    await rollout.record(newWeb, { prices: SOME, shipments: SOME })
    await rollout.stop(oldWorker, oldRelay, oldWeb)
    await requireAll(assert, 4 * SOME, 3 * SOME)
    await rollout.stop(newRelay)
  }).timeout(120_000)

  test('whose workers come first: they understand what the old pages say', async ({ assert }) => {
    const [oldWeb, oldRelay, oldWorker] = await Promise.all([
      rollout.start('web', 'old'),
      rollout.start('relay', 'old'),
      rollout.start('worker', 'old'),
    ])
    await rollout.record(oldWeb, { prices: SOME })
    await rollout.start('worker', 'new')
    await rollout.record(oldWeb, { prices: SOME })
    await rollout.stop(oldWorker)
    await rollout.record(oldWeb, { prices: SOME })
    await rollout.start('relay', 'new')
    await rollout.stop(oldRelay)
    const newWeb = await rollout.start('web', 'new')
    await rollout.record(newWeb, { prices: SOME, shipments: SOME })
    await rollout.record(oldWeb, { prices: SOME })
    await requireAll(assert, 5 * SOME, SOME)
  }).timeout(120_000)
})
