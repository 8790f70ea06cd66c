import { atRate, summary } from '#tests/bench/latencies'
import { owe } from '#tests/bench/owed_mails'
import { openSharedSink, quietByLoud, type SharedSink } from '#tests/bench/quiet_and_loud'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const ROUNDS = Number(process.env.FAIRNESS_ROUNDS ?? 5)
const MAILS = Number(process.env.FAIRNESS_MAILS ?? 100_000)
const PER_SECOND = 15
const SECONDS = 8

/**
 * From the commit that owes a small company's mail until the mail server has it: alone, and while a large one floods. The first
 * flood does not count: what a process does for the first time it has to compile.
 */
export default {
  name: 'fairness',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const sink = await openSharedSink()
    const { makeCompany } = await import('#tests/factories')
    const [small, large] = [await makeCompany(), await makeCompany()]
    const product = await Product.start({ driver: 'embedded', processes: ['worker'] })
    const measure = () => measureMails(small.tenant.id, sink)
    const round = async () => {
      const quiet = await measure()
      await owe(large.tenant.id, MAILS)
      const before = sink.others()
      await until(() => sink.others() > before, { within: 60_000 })
      const loud = await measure()
      return { quiet, loud, othersSent: sink.others() - before, othersLeft: await forget(large.tenant.id) }
    }
    try {
      await round()
      const rounds = []
      while (rounds.length < ROUNDS) rounds.push(await round())
      const { ratio, milliseconds } = quietByLoud(rounds)
      return {
        ratio,
        details: {
          perSecond: PER_SECOND,
          milliseconds,
          rounds: rounds.map((one) => ({ ...one, quiet: summary(one.quiet), loud: summary(one.loud) })),
        },
      }
    } finally {
      await product.stop()
      await sink.close()
      await app.terminate()
    }
  },
}

async function measureMails(tenantId: string, { waiting }: SharedSink) {
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
