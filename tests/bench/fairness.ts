import { measureEvents } from '#tests/bench/fairness_events'
import { openMailSink } from '#tests/bench/mail_sink'
import { atRate, percentile, summary } from '#tests/bench/latencies'
import { owe } from '#tests/bench/owed_mails'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const ROUNDS = Number(process.env.FAIRNESS_ROUNDS ?? 3)
const MAILS = Number(process.env.FAIRNESS_MAILS ?? 100_000)
const PER_SECOND = 15
const SECONDS = 4

/** From the commit that owes a small company's mail until the mail server has it, and from the event before that: alone, and while a large one floods. */
export default {
  name: 'fairness',
  /** Quiet p99 by loud p99: half is twice as long. */
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const waiting = new Map<string, (at: number) => void>()
    let others = 0
    const sink = await openMailSink((recipient) => {
      const heard = waiting.get(recipient)
      if (heard) heard(performance.now())
      else others++
    })
    const { makeCompany } = await import('#tests/factories')
    const [small, large] = [await makeCompany(), await makeCompany()]
    const product = await Product.start({ driver: 'embedded', processes: ['worker'] })
    const measure = () => measureMails(small.tenant.id, waiting)
    const times: Record<'quiet' | 'loud', number[]> = { quiet: [], loud: [] }
    const details: object[] = []
    try {
      await measure()
      for (let round = 0; round < ROUNDS; round++) {
        const quiet = await measure()
        await owe(large.tenant.id, MAILS)
        const before = others
        await until(() => others > before, { within: 60_000 })
        const loud = await measure()
        const left = await forget(large.tenant.id)
        times.quiet.push(...quiet)
        times.loud.push(...loud)
        details.push({
          quiet: summary(quiet),
          loud: summary(loud),
          othersSent: others - before,
          othersLeft: left,
        })
      }
      await product.stop()
      const events = await measureEvents({ waiting, others: () => others })
      const ratios = {
        mails: percentile(times.quiet, 0.99) / percentile(times.loud, 0.99),
        events: events.ratio,
      }
      return {
        ratio: Math.min(ratios.mails, ratios.events),
        details: { perSecond: PER_SECOND, milliseconds: { mails: details, events: events.details }, ratios },
      }
    } finally {
      await product.stop()
      await sink.close()
      await app.terminate()
    }
  },
}

async function measureMails(tenantId: string, waiting: Map<string, (at: number) => void>) {
  const times: number[] = []
  await atRate(PER_SECOND, SECONDS, async (at) => {
    const recipient = `small-${at}-${Math.random().toString(36).slice(2)}@example.com`
    const heard = new Promise<number>((resolve) => waiting.set(recipient, resolve))
    const startedAt = performance.now()
    await owe(tenantId, 1, recipient)
    times.push((await heard) - startedAt)
    waiting.delete(recipient)
  })
  return times
}

/** How many had not had their turn. */
async function forget(tenantId: string) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rowCount } = await db
    .connection('system')
    .rawQuery<{ rowCount: number }>('delete from turns where tenant_id = ?', [tenantId])
  return rowCount
}
