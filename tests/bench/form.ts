import { makeBoundCodes } from '#tests/bench/bound_codes'
import { CONNECTIONS, load, request, SECONDS } from '#tests/bench/http_load'
import { summary } from '#tests/bench/latencies'
import { startLimit } from '#tests/bench/limit_server'
import { interleave, median } from '#tests/bench/rounds'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const CODES = Number(process.env.FORM_CODES ?? 10_000)
type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

/** What a request leaves behind, in the order in which it can be written again. */
const TABLES = ['leads', 'events', 'outbox', 'link_tokens', 'notifications'] as const

/**
 * Requests of customers by their codes, each from another network, until the last notification of them is written:
 * against node:http and pg writing the same rows in one transaction each.
 */
export default {
  name: 'form',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const shop = await makeShop()
    const product = await Product.start({ driver: 'rabbitmq', processes: ['web'] })
    const rows = await shop.rowsOfOne(product)
    await shop.setLimitApart()
    const limit = await startLimit('./form_limit.ts', { tenantId: shop.tenantId, rows })
    const times: Record<'ours' | 'limit', number[]> = { ours: [], limit: [] }
    const accepted: number[] = []
    const sides = {
      ours: async () => {
        const startedAt = performance.now()
        accepted.push(await load(() => shop.send(product.url), times.ours))
        await shop.isTold()
        return (accepted.at(-1)! * SECONDS * 1000) / (performance.now() - startedAt)
      },
      limit: () => load(() => shop.send(limit.url), times.limit),
    }
    try {
      await sides.ours()
      await sides.limit()
      times.ours.length = times.limit.length = accepted.length = 0
      const rates = await interleave(sides)
      return {
        ratio: median(rates.ours) / median(rates.limit),
        details: {
          connections: CONNECTIONS,
          rows: Object.fromEntries(TABLES.map((table) => [table, rows[table].length])),
          'requests per second, until the last notification': rates,
          'accepted per second meanwhile': accepted,
          milliseconds: { ours: summary(times.ours), limit: summary(times.limit) },
        },
      }
    } finally {
      limit.stop()
      await product.stop()
      await app.terminate()
    }
  },
}

/** A company whose customers send requests: every time by another code, of which each may send a few. */
async function makeShop() {
  const { DateTime } = await import('luxon')
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { clock } = await import('#app/platform/clock')
  const { FormStamp } = await import('#app/requests/form_stamp')
  const { codes, tenant, asked, inside } = await makeBoundCodes(CODES)
  const { default: LeadFlow } = await import('#app/lead_flows/lead_flow')
  const { id: versionId } = await inside(() => LeadFlow.versionFor(null))
  const system = db.connection('system')
  const [question] = asked.filter(({ type }) => type === 'long_text' || type === 'short_text')
  let sent = 0
  const count = async (table: string) =>
    Number((await system.from(table).where('tenant_id', tenant.id).count('* as n'))[0].n)

  return {
    tenantId: tenant.id,

    send(url: string) {
      const { id, token } = codes[sent++ % codes.length]
      clock.travelTo(DateTime.utc().minus({ seconds: 10 }))
      const stamp = FormStamp.issue(`request:${id}`, versionId).sealed
      clock.comeBack()
      const form = new URLSearchParams({
        stamp,
        [`answers[${question.id}]`]: 'The boiler is cold',
      }).toString()
      const network = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
      return { url: `${url}/q/${token}`, headers: { accept: 'text/html', 'x-forwarded-for': network }, form }
    },

    /** One person hears of each lead. */
    isTold: () =>
      until(async () => (await count('notifications')) === (await count('leads')), { within: 120_000 }),

    /** What the other side puts into the outbox is for nobody. */
    setLimitApart: () =>
      db
        .connection('owner')
        .rawQuery(
          'create table limit_outbox (like outbox including all); grant insert on limit_outbox to public'
        ),

    /** What one request leaves behind, before and after anybody is told of it. */
    async rowsOfOne(product: Product): Promise<Rows> {
      const before = await rowsBy(TABLES)
      await request(this.send(product.url))
      const after = await rowsBy(TABLES)
      product.run('relay')
      product.run('worker')
      await this.isTold()
      const { notifications } = await rowsBy(['notifications'])
      const left = TABLES.map((table) => [table, without(after[table], before[table])])
      return { ...(Object.fromEntries(left) as Rows), notifications }
    },
  }

  async function rowsBy(tables: readonly string[]): Promise<Rows> {
    const found = tables.map(async (table) => {
      const { rows } = await system.rawQuery<{ rows: { row: Row }[] }>(
        `select to_jsonb(t) as row from ${table} t where tenant_id = ?`,
        [tenant.id]
      )
      return [table, rows.map(({ row }) => row)] as const
    })
    return Object.fromEntries(await Promise.all(found))
  }
}

function without(rows: Row[], known: Row[]) {
  const texts = new Set(known.map((row) => JSON.stringify(row)))
  return rows.filter((row) => !texts.has(JSON.stringify(row)))
}
