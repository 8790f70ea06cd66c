import { makeBoundCodes } from '#tests/bench/bound_codes'
import { CONNECTIONS, load, request, SECONDS } from '#tests/bench/http_load'
import { summary } from '#tests/bench/latencies'
import { startLimit } from '#tests/bench/limit_server'
import { processorTimes, spentOnEach } from '#tests/bench/processor_times'
import { interleave, median } from '#tests/bench/rounds'
import { bootApp } from '#tests/boot'
import { Product } from '#tests/product'
import { until } from '#tests/until'

/** A company's leads are numbered one after the other. */
const COMPANIES = 8
const CODES = Number(process.env.FORM_CODES ?? 10_000)
type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

const STEP = 1259
/** What a request leaves behind, in the order in which it can be written again. */
const TABLES = ['leads', 'events', 'outbox', 'link_tokens', 'notifications'] as const

/**
 * Requests of customers of several companies by their codes, each from another network, until the last notification of them is written:
 * against node:http and pg writing the same rows in one transaction each.
 */
export default {
  name: 'form',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const town = await makeTown()
    const product = await Product.start({ driver: 'rabbitmq', processes: ['web'] })
    const rows = await town.rowsOfOne(product)
    await town.setLimitApart()
    const limit = await startLimit('./form_limit.ts', { tenantId: town.tenantId, rows })
    const times: Record<'ours' | 'limit', number[]> = { ours: [], limit: [] }
    const accepted: number[] = []
    const spent: object[] = []
    const used = await town.processorTimes()
    const sides = {
      ours: async () => {
        const startedAt = performance.now()
        const before = used()
        const perSecond = await load(() => town.send(product.url), times.ours)
        await town.isTold()
        accepted.push(perSecond)
        spent.push(spentOnEach(before, used(), perSecond * SECONDS))
        return (perSecond * SECONDS * 1000) / (performance.now() - startedAt)
      },
      limit: () => load(() => town.send(limit.url), times.limit),
    }
    try {
      await sides.ours()
      await sides.limit()
      times.ours.length = times.limit.length = accepted.length = spent.length = 0
      const rates = await interleave(sides)
      return {
        ratio: median(rates.ours) / median(rates.limit),
        details: {
          connections: CONNECTIONS,
          rows: Object.fromEntries(TABLES.map((table) => [table, rows[table].length])),
          'requests per second, until the last notification': rates,
          'accepted per second meanwhile': accepted,
          'milliseconds of processor for each': spent,
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

/** Companies whose customers send requests: every time by another code, of which each may send a few. */
async function makeTown() {
  const { DateTime } = await import('luxon')
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { clock } = await import('#app/platform/clock')
  const { FormStamp } = await import('#app/requests/form_stamp')
  const { default: LeadFlow } = await import('#app/lead_flows/lead_flow')
  const stickers: { id: string; token: string; versionId: string; questionId: string }[] = []
  const tenantIds: string[] = []
  for (let company = 0; company < COMPANIES; company++) {
    const { codes, tenant, asked, inside } = await makeBoundCodes(CODES / COMPANIES)
    const { id: versionId } = await inside(() => LeadFlow.versionFor(null))
    const { id: questionId } = asked.find(({ type }) => type === 'long_text' || type === 'short_text')!
    stickers.push(...codes.map((code) => ({ ...code, versionId, questionId })))
    tenantIds.push(tenant.id)
  }
  const system = db.connection('system')
  let sent = 0
  const count = async (table: string) =>
    Number((await system.from(table).whereIn('tenant_id', tenantIds).count('* as n'))[0].n)

  return {
    tenantId: tenantIds[0],

    send(url: string) {
      const { id, token, versionId, questionId } = stickers[(sent++ * STEP) % stickers.length]
      clock.travelTo(DateTime.utc().minus({ seconds: 10 }))
      const stamp = FormStamp.issue(`request:${id}`, versionId).sealed
      clock.comeBack()
      const form = new URLSearchParams({
        stamp,
        [`answers[${questionId}]`]: 'The boiler is cold',
      }).toString()
      const network = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
      return { url: `${url}/q/${token}`, headers: { accept: 'text/html', 'x-forwarded-for': network }, form }
    },

    /** One person hears of each lead. */
    isTold: () =>
      until(async () => (await count('notifications')) === (await count('leads')), { within: 120_000 }),

    processorTimes: () => processorTimes(system),

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
        [tenantIds[0]]
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
