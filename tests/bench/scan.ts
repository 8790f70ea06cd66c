import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { CONNECTIONS, load, request } from '#tests/bench/http_load'
import { interleave, median } from '#tests/bench/rounds'
import { Product } from '#tests/product'
import { bootApp } from '#tests/boot'

const CODES = Number(process.env.SCAN_CODES ?? 1_000_000)
const IN_BATCH = 10_000
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
    const tokens = await seed()
    const product = await Product.start({ driver: 'embedded', processes: ['web'] })
    const first = { url: `${product.url}/q/${tokens[0]}`, headers: phone(0) }
    const limit = await startLimit(await request(first))
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
      limit.child.kill()
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

async function seed() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { makeSticker } = await import('#tests/functional/requests/setting')
  const { default: QrBatch } = await import('#app/qr_codes/qr_batch')
  const { inside, tenant, code } = await makeSticker()
  for (let made = 0; made < CODES; made += IN_BATCH) {
    const quantity = Math.min(IN_BATCH, CODES - made)
    const name = `Batch ${made / IN_BATCH + 1}`
    await inside(() =>
      QrBatch.make({ name, quantity, template: 'a4-24', host: 'http://localhost', isDemo: true, by: null })
    )
  }
  const system = db.connection('system')
  await system.rawQuery(
    `with bound as (
       update qr_codes set state = 'assigned', customer_id = :customerId, assigned_at = now()
       where tenant_id = :tenantId and state = 'blank' returning id)
     insert into qr_assignments (id, tenant_id, qr_code_id, customer_id, assigned_at)
     select uuidv7(), :tenantId, id, :customerId, now() from bound`,
    { tenantId: tenant.id, customerId: code.customerId! }
  )
  await db.connection('owner').rawQuery('vacuum analyze qr_codes, qr_lookups, qr_assignments')
  const { rows } = await system.rawQuery<{ rows: { token: string }[] }>(
    'select lower(token) as token from qr_codes where tenant_id = ? order by id',
    [tenant.id]
  )
  return rows.map(({ token }) => token)
}

async function countVisits() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('system').rawQuery('select count(*)::int as count from qr_visits')
  return (rows as { count: number }[])[0].count
}

async function startLimit(page: string) {
  const script = fileURLToPath(new URL('./scan_limit.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.send(page)
  const [port] = await once(child, 'message')
  return { child, url: `http://127.0.0.1:${port}` }
}
