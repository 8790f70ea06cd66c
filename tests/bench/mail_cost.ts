import { openMailSink } from '#tests/bench/mail_sink'
import { UNLIMITED } from '#tests/bench/http_load'
import { atRate, summary } from '#tests/bench/latencies'
import { MailedLeads, makePrograms } from '#tests/bench/mailed_leads'
import { owe } from '#tests/bench/owed_mails'
import { processorTimes, spentOnEach, type ProcessorTimes } from '#tests/bench/processor_times'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const RATE = 15
const SECONDS = 20
const BURST = 500
const AT_ONCE = 12
const FLOOD = 600
const FLOODED = 'flood@example.com'

async function cost<T>(times: () => ProcessorTimes, count: number, work: () => Promise<T>) {
  const [before, startedAt] = [times(), performance.now()]
  const result = await work()
  const seconds = (performance.now() - startedAt) / 1000
  return {
    ...spentOnEach(before, times(), count),
    perSecond: Math.round(count / seconds),
    ...(result ? { latency: result } : {}),
  }
}

/** What a lead and the mail to its customer cost: one at a time, in a burst, and what sending alone costs. */
export default {
  name: 'mail-cost',

  async run() {
    const app = await bootApp()
    const leads = new MailedLeads()
    let flooded = 0
    const sink = await openMailSink((recipient) => {
      if (recipient === FLOODED) flooded++
      leads.heard(recipient)
    })
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { companies, tokens } = await makePrograms()
    const times = await processorTimes(db.connection('system'))
    const product = await Product.start({
      driver: 'rabbitmq',
      processes: ['web', 'relay', 'worker'],
      env: UNLIMITED,
    })

    const send = (at: number) => leads.send(product.url, tokens[at % tokens.length])

    try {
      await atRate(10, 5, async (at) => (await send(at)).mailed)
      const paced = await cost(times, RATE * SECONDS, async () => {
        const latencies: number[] = []
        await atRate(RATE, SECONDS, async (at) => latencies.push(await (await send(at)).mailed))
        return summary(latencies)
      })
      const burst = await cost(times, BURST, async () => {
        let at = 0
        const mails: Promise<number>[] = []
        const ask = async () => {
          while (at < BURST) mails.push((await send(at++)).mailed)
        }
        await Promise.all(Array.from({ length: AT_ONCE }, ask))
        return summary(await Promise.all(mails))
      })
      const sending = await cost(times, FLOOD, async () => {
        await owe(companies[0].tenant.id, FLOOD, FLOODED)
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
