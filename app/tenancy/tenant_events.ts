import { defineEvent } from '#app/platform/events'

export const TenantCreated = defineEvent<{ name: string; slug: string; country: string }>('tenant.created', {
  audited: true,
})
export const TenantUpdated = defineEvent<{ changed: string[] }>('tenant.updated', { audited: true })
export const TenantDeactivated = defineEvent<{ reason: string }>('tenant.deactivated', { audited: true })
export const TenantReactivated = defineEvent('tenant.reactivated', { audited: true })
