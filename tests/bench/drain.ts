import { median } from '#tests/bench/rounds'
import { bootApp } from '#tests/boot'
import { Product, type ProcessName } from '#tests/product'
import { until } from '#tests/until'

const EVENTS = Number(process.env.DRAIN_EVENTS ?? 50_000)
const ROUNDS = Number(process.env.DRAIN_ROUNDS ?? 3)
const GOAL = 5000

// As after an import while the broker was away: one company's, and the workers that hear them have nothing to do about them.
const WAITING = `
  with event as (
    insert into events (id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
    select uuidv7(), 1000 + n, 'lead.assigned', 1, now(), 'system', 'lead', :lead::uuid, '{"number":1,"assigneeId":null,"previousId":null}'
    from generate_series(1, :count::int) n returning id, seq
  )
  insert into outbox (event_id) select id from event order by seq`

/** How many events that wait a relay hands over in a second: alone, and with the workers at work on the same events beside it. */
export default {
  name: 'drain',
  goal: 1,

  async run() {
    const app = await bootApp()
    const [alone, beside]: number[][] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await drain(['relay']))
      beside.push(await drain(['relay', 'worker']))
    }
    await app.terminate()
    return { ratio: median(beside) / GOAL, details: { events: EVENTS, alone, beside } }
  },
}

async function drain(processes: ProcessName[]) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { default: queueConfig } = await import('#config/queue')
  const { makeCompany } = await import('#tests/factories')
  const { receiveLead } = await import('#tests/lead_factories')
  const { removeFromBroker } = await import('#tests/broker/remove_from_broker')
  const { workers } = await import('#start/workers')
  const system = db.connection('system')
  const isEmpty = async () => !(await system.from('outbox').first())
  await system.rawQuery('delete from outbox')
  const product = await Product.start({ driver: 'rabbitmq', processes })
  const { inside } = await makeCompany()
  const { id: lead } = await inside(() => receiveLead())
  const isUp = () => processes.every((name) => product.log(name).includes('is ready'))
  await until(isUp, { within: 60_000 })
  await until(isEmpty, { within: 60_000 })
  await inside(() => db.rawQuery(WAITING, { lead, count: EVENTS }))
  const startedAt = performance.now()
  await until(isEmpty, { within: 120_000 })
  const seconds = (performance.now() - startedAt) / 1000
  await product.stop()
  await removeFromBroker(
    process.env.AMQP_URL!,
    product.env.QUEUE_PREFIX!,
    Object.keys(workers),
    queueConfig.ladder
  )
  return Math.round(EVENTS / seconds)
}
