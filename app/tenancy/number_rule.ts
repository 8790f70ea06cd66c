import { lockSeries, seriesNamed, setSeries, type NumberSeries } from '#app/platform/database/number_series'
import { NumberUsedError } from '#app/tenancy/errors'
import { NumbersRuled } from '#app/tenancy/tenant_events'
import type Tenant from '#app/tenancy/tenant'

export const NUMBERED = ['leads', 'orders'] as const
export type Numbered = (typeof NUMBERED)[number]

/** How a company numbers its leads, or its orders. Numbers that were given stay as they are. */
export default class NumberRule {
  constructor(private series: Numbered) {}

  static stated() {
    return Promise.all(NUMBERED.map(async (series) => ({ series, ...(await seriesNamed(series)) })))
  }

  /** Numbers go on from `next`, and never back: two records would bear the same one. */
  async state(tenant: Tenant, { prefix, next }: NumberSeries) {
    const before = await lockSeries(this.series)
    if (next < before.next) throw new NumberUsedError(before.next)
    if (prefix === before.prefix && next === before.next) return
    await setSeries(this.series, { prefix, next })
    await NumbersRuled.record(tenant, { series: this.series, prefix, next, before })
  }
}
