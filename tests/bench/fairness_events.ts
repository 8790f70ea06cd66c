import { atRate, summary } from '#tests/bench/latencies'
import { openSharedSink, quietByLoud, type SharedSink } from '#tests/bench/quiet_and_loud'
import { bootApp } from '#tests/boot'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import type { Company } from '#tests/factories'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const EVENTS = Number(process.env.FAIRNESS_EVENTS ?? 20_000)
const ROUNDS = Number(process.env.FAIRNESS_ROUNDS ?? 3)
// Of a small company: what it needs has to be less than its share of the machine, or it waits for itself.
const PER_SECOND = 4
const SECONDS = 28
const WARM_UP = 4

/**
 * From the commit of a small company's lead until the mail server has its mail: alone, and while each of a large one's events
 * owes a mail too. Each round has a product of its own, so that nothing of the last flood is left.
 */
export default {
  name: 'fairness-events',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const sink = await openSharedSink()
    try {
      const rounds = []
      while (rounds.length < ROUNDS) rounds.push(await measureRound(sink))
      const { ratio, milliseconds } = quietByLoud(rounds)
      return { ratio, details: { milliseconds, rounds: rounds.map(({ details }) => details) } }
    } finally {
      await sink.close()
      await app.terminate()
    }
  },
}

async function measureRound({ waiting, others }: SharedSink) {
  const { makeCompany } = await import('#tests/factories')
  const { receiveLead } = await import('#tests/lead_factories')
  const [small, large] = [await makeCompany(), await makeCompany()]
  await forget()
  const product = await Product.start({ driver: 'rabbitmq', processes: ['relay', 'worker'] })
  const measure = async (seconds = SECONDS) => {
    const times: number[] = []
    await atRate(PER_SECOND, seconds, async (at) => {
      const email = `lead-${at}-${Math.random().toString(36).slice(2)}@example.com`
      const heard = new Promise<number>((resolve) => waiting.set(email, resolve))
      await small.inside(() => receiveLead({ contact: { email } }))
      const startedAt = performance.now()
      times.push((await heard) - startedAt)
      waiting.delete(email)
    })
    return times
  }
  try {
    await measure(WARM_UP)
    const quiet = await measure()
    const before = others()
    await flood(large)
    await until(() => others() > before, { within: 60_000 })
    const loudFrom = new Date()
    const loud = await measure()
    return {
      quiet,
      loud,
      details: {
        quiet: summary(quiet),
        loud: summary(loud),
        loudUntilItsWorker: await untilItsWorker(small.tenant.id, loudFrom),
        othersSent: others() - before,
      },
    }
  } finally {
    await product.stop()
    await forget()
    const { default: queueConfig } = await import('#config/queue')
    const queues = ['companies', 'notifications']
    await removeFromBroker(process.env.AMQP_URL!, product.env.QUEUE_PREFIX!, queues, queueConfig.ladder)
  }
}

/** How much of that time went by before a worker had begun with the event. */
async function untilItsWorker(tenantId: string, from: Date) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('system').rawQuery<{ rows: { waited: number }[] }>(
    `select extract(epoch from consumed_at - occurred_at)::float8 * 1000 as waited
     from events join consumed_events on event_id = id and consumed_events.tenant_id = events.tenant_id
     where events.tenant_id = ? and name = 'lead.created' and occurred_at >= ?`,
    [tenantId, from]
  )
  return summary(rows.map(({ waited }) => waited))
}

/** One lead, and its first event so many times over. */
async function flood({ inside }: Company) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { receiveLead } = await import('#tests/lead_factories')
  const lead = await inside(() => receiveLead({ contact: { email: 'large@example.com' } }))
  await inside(() =>
    db.rawQuery(
      `with event as (
         insert into events (id, seq, name, version, occurred_at, actor_kind, actor_id, actor_name, subject_type, subject_id, data)
         select uuidv7(), seq + n, name, version, now(), actor_kind, actor_id, actor_name, subject_type, subject_id, data
         from events, generate_series(1, :count::int) n where subject_id = :leadId and name = 'lead.created' returning id)
       insert into outbox (event_id) select id from event`,
      { leadId: lead.id, count: EVENTS }
    )
  )
}

async function forget() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery('delete from outbox')
  await db.connection('system').rawQuery('delete from turns')
}
