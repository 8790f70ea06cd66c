import { makeBoundCodes } from '#tests/bench/bound_codes'
import { CONNECTIONS, load, request } from '#tests/bench/http_load'
import { startLimit } from '#tests/bench/limit_server'
import { interleave, median } from '#tests/bench/rounds'
import { Product } from '#tests/product'
import { bootApp } from '#tests/boot'

const CODES = Number(process.env.SCAN_CODES ?? 1_000_000)
const STEP = 7919

/**
 * The page of a bound code, each time another one and another visitor, with the scan recorded: against the same look-ups,
 * the same record and the same bytes on node:http and pg.
 */
export default {
  name: 'scan',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const tokens = (await makeBoundCodes(CODES)).codes.map(({ token }) => token)
    const product = await Product.start({ driver: 'embedded', processes: ['web'] })
    const first = { url: `${product.url}/q/${tokens[0]}`, headers: phone(0) }
    const limit = await startLimit('./scan_limit.ts', await request(first))
    let next = 0
    const visit = (url: string) => () => {
      next++
      return { url: `${url}/q/${tokens[(next * STEP) % tokens.length]}`, headers: phone(next) }
    }
    const sides = { ours: () => load(visit(product.url)), limit: () => load(visit(limit.url)) }
    try {
      await sides.ours()
      await sides.limit()
      const before = { visits: await countVisits(), asked: next }
      const rates = await interleave(sides)
      const recorded = (await countVisits()) - before.visits
      if (recorded < (next - before.asked) * 0.99) throw new Error('Not every scan was recorded')
      return {
        ratio: median(rates.ours) / median(rates.limit),
        details: { codes: tokens.length, recorded, connections: CONNECTIONS, requestsPerSecond: rates },
      }
    } finally {
      limit.stop()
      await product.stop()
      await app.terminate()
    }
  },
}

/** Another visitor each time, so that each scan counts. */
const phone = (visitor: number) => ({
  accept: 'text/html',
  'user-agent': `Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Visitor/${visitor}`,
})

async function countVisits() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('system').rawQuery('select count(*)::int as count from qr_visits')
  return (rows as { count: number }[])[0].count
}
