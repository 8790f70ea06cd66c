import type { Company } from '#tests/factories'
import { atRate, summary, percentile } from '#tests/bench/latencies'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const EVENTS = Number(process.env.FAIRNESS_EVENTS ?? 20_000)
const PER_SECOND = 5
const SECONDS = 20
const SETTLED = 5000

type Mails = { waiting: Map<string, (at: number) => void>; others: () => number }

/** From the commit of a small company's lead until the mail server has its mail: alone, and while each of a large one's events owes a mail too. */
export async function measureEvents({ waiting, others }: Mails) {
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
    })
    return times
  }
  try {
    await measure(SETTLED / 1000)
    const quiet = await measure()
    const before = others()
    await flood(large)
    await until(() => others() > before, { within: 60_000 })
    const loud = await measure()
    return {
      ratio: percentile(quiet, 0.99) / percentile(loud, 0.99),
      details: { quiet: summary(quiet), loud: summary(loud), othersSent: others() - before },
    }
  } finally {
    await product.stop()
    await forget()
  }
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
