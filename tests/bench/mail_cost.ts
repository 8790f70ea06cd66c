import { randomUUID } from 'node:crypto'
import { openMailSink } from '#tests/bench/mail_sink'
import { UNLIMITED } from '#tests/bench/http_load'
import { atRate, summary } from '#tests/bench/latencies'
import { processorTimes, type ProcessorTimes } from '#tests/bench/processor_times'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const COMPANIES = 4
const RATE = 15
const SECONDS = 20
const BURST = 500
const AT_ONCE = 12
const FLOOD = 600
const RESERVED = 'flood@example.com'

const OWED = `
  with owed as (
    insert into deliveries (id, tenant_id, event_id, channel, kind, template_version, recipient_kind, recipient, subject,
      body_html, body_text, created_at, updated_at)
    select gen_random_uuid(), :tenantId, gen_random_uuid(), 'mail', 'lead_received', 1, 'customer', '${RESERVED}', 'Hello',
      '<p>Hello</p>', 'Hello', now(), now() from generate_series(1, :count::int) returning id)
  insert into turns (provider, priority, tenant_id, sender, subject_id) select 'smtp', 1, :tenantId, 'delivery', id from owed`

/** Milliseconds of processor for each of `count`, by process. */
async function cost<T>(times: () => ProcessorTimes, count: number, work: () => Promise<T>) {
  const [before, startedAt] = [times(), performance.now()]
  const result = await work()
  const seconds = (performance.now() - startedAt) / 1000
  const each = (milliseconds: number) => Math.round((milliseconds / count) * 10) / 10
  const spent = Object.entries(times()).map(([name, after]) => [name, after - (before[name] ?? 0)] as const)
  return {
    milliseconds: Object.fromEntries(spent.map(([name, time]) => [name, each(time)])),
    total: each(spent.reduce((sum, [, time]) => sum + time, 0)),
    perSecond: Math.round(count / seconds),
    ...(result ? { latency: result } : {}),
  }
}

/** What a lead and the mail to its customer cost: one at a time, in a burst, and what sending alone costs. */
export default {
  name: 'mail-cost',

  async run() {
    const app = await bootApp()
    const waiting = new Map<string, () => void>()
    let flooded = 0
    const sink = await openMailSink((recipient) => {
      if (recipient === RESERVED) flooded++
      waiting.get(recipient)?.()
    })
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { makeCompany } = await import('#tests/factories')
    const { default: AccessToken } = await import('#app/access_tokens/access_token')
    const companies = await Promise.all(Array.from({ length: COMPANIES }, () => makeCompany()))
    const tokens = await Promise.all(
      companies.map(({ inside, admin }) => inside(() => AccessToken.mint(admin.user, 'bench')))
    )
    const backend = async () => {
      const { rows } = await db.connection('system').rawQuery('select pg_backend_pid() as pid')
      return rows[0].pid as number
    }
    const times = processorTimes(await backend())
    const product = await Product.start({
      driver: 'rabbitmq',
      processes: ['web', 'relay', 'worker'],
      env: { ...UNLIMITED },
    })

    async function mailed(at: number) {
      const contactEmail = `${randomUUID()}@example.com`
      const heard = new Promise<void>((resolve) => waiting.set(contactEmail, resolve))
      const startedAt = performance.now()
      const answer = await fetch(`${product.url}/api/leads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens[at % COMPANIES]}`, 'content-type': 'application/json' },
        body: JSON.stringify({ contactName: 'Ann Lee', contactEmail, summary: 'The boiler is cold' }),
      })
      const text = await answer.text()
      if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`)
      return { heard: heard.then(() => performance.now() - startedAt) }
    }

    try {
      await atRate(10, 5, async (at) => (await mailed(at)).heard)
      const paced = await cost(times, RATE * SECONDS, async () => {
        const latencies: number[] = []
        await atRate(RATE, SECONDS, async (at) => latencies.push(await (await mailed(at)).heard))
        return summary(latencies)
      })
      const burst = await cost(times, BURST, async () => {
        let at = 0
        const mails: Promise<number>[] = []
        const ask = async () => {
          while (at < BURST) mails.push((await mailed(at++)).heard)
        }
        await Promise.all(Array.from({ length: AT_ONCE }, ask))
        return summary(await Promise.all(mails))
      })
      const sending = await cost(times, FLOOD, async () => {
        const owed = { tenantId: companies[0].tenant.id, count: FLOOD }
        await db.connection('system').rawQuery(OWED, owed)
        await until(() => flooded >= FLOOD, { within: 120_000 })
      })
      return { details: { paced, burst, sending } }
    } finally {
      await product.stop()
      await sink.close()
      await app.terminate()
    }
  },
}
