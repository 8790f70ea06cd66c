import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import { acrossTenants } from '#app/platform/database/current'
import { aloneWith } from '#app/platform/history/alone_with'
import Archive from '#app/platform/history/archive'
import { SOURCES, type RetentionKind, type Source } from '#app/platform/history/archive_sources'
import { EventChain } from '#app/platform/history/event_chain'

type Rule = { tenant_id: string; kind: RetentionKind; months: number }

/** Moves what companies keep no longer into archives, and drops the months in which nothing is left. */
export const Retention = {
  async enforce(now = DateTime.utc()) {
    await EventChain.extendToEnd()
    const rules = await acrossTenants<Rule[]>((trx) =>
      trx
        .from('retention_rules')
        .whereNotNull('months')
        .orderBy('tenant_id')
        .select('tenant_id', 'kind', 'months')
    )
    let [archived, failed] = [0, 0]
    for (const rule of rules) {
      try {
        archived += await aloneWith(rule.tenant_id, () => archive(rule, now))
      } catch (error) {
        failed++
        logger.error({ err: error, tenant: rule.tenant_id, kind: rule.kind }, 'A month could not be archived')
      }
    }
    await this.dropEmptyMonths()
    return { archived, failed }
  },

  /** Those months of which every company has taken everything out. */
  async dropEmptyMonths() {
    for (const month of await eventMonths())
      await acrossTenants((trx) => trx.rawQuery('select drop_event_partition(?::date)', [month.toISODate()!]))
  },
}

async function archive({ tenant_id: tenantId, kind, months }: Rule, now: DateTime) {
  const end = now.startOf('month').minus({ months })
  let count = 0
  for (const source of Object.keys(SOURCES) as Source[]) {
    if (!SOURCES[source].kinds.includes(kind)) continue
    for (const month of await monthsOf(tenantId, source)) {
      const piece = { tenantId, source, kind, month }
      const begun = month < end ? await Archive.begin(piece) : null
      await begun?.finish(piece)
      if (begun) count++
    }
  }
  return count
}

const toMonth = (date: Date | string) =>
  (typeof date === 'string'
    ? DateTime.fromISO(date, { zone: 'utc' })
    : DateTime.fromJSDate(date, { zone: 'utc' })
  ).startOf('month')

async function eventMonths(): Promise<DateTime[]> {
  const { rows } = await acrossTenants((trx) =>
    trx.rawQuery<{ rows: { month: string }[] }>('select event_months()::text as month')
  )
  return rows.map(({ month }) => toMonth(month))
}

/** From the month of the first entry on. */
async function monthsOf(tenantId: string, source: Source) {
  const { rows } = await acrossTenants((trx) =>
    trx.rawQuery<{ rows: { id: string | null }[] }>(
      `select id from ${source} where tenant_id = ? order by id limit 1`,
      [tenantId]
    )
  )
  const [first] = rows
  if (!first?.id) return []
  const months: DateTime[] = []
  const now = DateTime.utc()
  const begin = DateTime.fromMillis(Number.parseInt(first.id.replaceAll('-', '').slice(0, 12), 16), {
    zone: 'utc',
  })
  for (let month = begin.startOf('month'); month <= now; month = month.plus({ months: 1 })) months.push(month)
  return months
}
