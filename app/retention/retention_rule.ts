import { RetentionRuleSchema } from '#database/schema'
import { RETENTION_KINDS, type RetentionKind } from '#app/platform/history/archive_sources'
import Tenant from '#app/tenancy/tenant'
import { RetentionRuled } from '#app/retention/retention_events'

export const KINDS: Record<RetentionKind, { label: string; about: string; minimum: number }> = {
  work: {
    label: 'Work',
    about: 'What was done with leads, orders, customers, codes and flows, with the values of their fields.',
    minimum: 3,
  },
  access: {
    label: 'Audit log',
    about: 'Sign-ins, tokens, rights, exports and support visits.',
    minimum: 12,
  },
  mails: { label: 'Mails', about: 'Sent mails with their text, and what became of them.', minimum: 1 },
}

/** How many months one kind of entries stays at hand before it goes into an archive; without a number for ever. */
export default class RetentionRule extends RetentionRuleSchema {
  static async stated() {
    const rules = await this.query()
    return RETENTION_KINDS.map((kind) => ({
      kind,
      ...KINDS[kind],
      months: rules.find((rule) => rule.kind === kind)?.months ?? null,
    }))
  }

  static async state(kind: RetentionKind, months: number | null) {
    const known = await this.query().where('kind', kind).forUpdate().first()
    const before = known?.months ?? null
    if (before === months) return
    await (known ?? new RetentionRule()).merge({ kind, months }).save()
    await RetentionRuled.record(await Tenant.current(), { kind, months, before: { months: before } })
  }
}
