import { defineEvent } from '#app/platform/events/events'
import type { Numbered } from '#app/tenancy/number_rule'
import type { SupportAccessRule } from '#app/tenancy/tenant'

export const TenantCreated = defineEvent<{ name: string; slug: string; country: string }>('tenant.created', {
  audited: true,
})
export const TenantUpdated = defineEvent<{ changed: string[] }>('tenant.updated', { audited: true })
export const TenantDeactivated = defineEvent<{ reason: string }>('tenant.deactivated', { audited: true })
export const TenantReactivated = defineEvent('tenant.reactivated', { audited: true })

type Ruling = { supportAccess: SupportAccessRule }
export const SupportAccessRuled = defineEvent<Ruling & { before: Ruling }>('tenant.support_access_ruled', {
  audited: true,
})
export const SupportAllowed = defineEvent<{ until: string }>('tenant.support_allowed', { audited: true })
export const SupportWithdrawn = defineEvent('tenant.support_withdrawn', { audited: true })

type Numbering = { prefix: string; next: number }
export const NumbersRuled = defineEvent<Numbering & { series: Numbered; before: Numbering }>(
  'tenant.numbers_ruled',
  { audited: true }
)
