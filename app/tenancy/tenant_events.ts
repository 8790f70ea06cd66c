import { defineEvent } from '#app/platform/events'

export const TenantCreated = defineEvent<{ name: string; slug: string; country: string }>('tenant.created')
export const TenantUpdated = defineEvent<{ changed: string[] }>('tenant.updated')
export const TenantDeactivated = defineEvent<{ reason: string }>('tenant.deactivated')
export const TenantReactivated = defineEvent('tenant.reactivated')
