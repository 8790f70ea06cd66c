import { defineEvent } from '#app/platform/events/events'
import type { StandardRole } from '#app/access/standard_roles'

export const SsoConnectionChanged = defineEvent<{ issuer: string; changed: string[] }>(
  'sso_connection.changed',
  { audited: true }
)
export const SsoConnectionEnforced = defineEvent('sso_connection.enforced', { audited: true })
export const SsoConnectionRelaxed = defineEvent('sso_connection.relaxed', { audited: true })
export const SsoSignInRefused = defineEvent<{ reason: string }>('sso_connection.sign_in_refused', {
  audited: true,
})
export const SsoDomainAdded = defineEvent<{ domain: string }>('sso_domain.added', { audited: true })
export const SsoDomainVerified = defineEvent<{ domain: string }>('sso_domain.verified', { audited: true })
export const SsoDomainRemoved = defineEvent<{ domain: string }>('sso_domain.removed', { audited: true })
export const SsoAccountLinked = defineEvent<{ userId: string; role: StandardRole }>('sso_account.linked', {
  audited: true,
})
export const SsoAccountUnlinked = defineEvent<{ userId: string }>('sso_account.unlinked', { audited: true })
export const BreakGlassUserNamed = defineEvent<{ userId: string }>('break_glass_user.named', {
  audited: true,
})
export const BreakGlassUserRemoved = defineEvent<{ userId: string }>('break_glass_user.removed', {
  audited: true,
})
export const BreakGlassUsed = defineEvent<{ userId: string; reason: string }>('break_glass_user.used', {
  audited: true,
})
export const ScimTokenCreated = defineEvent<{ name: string }>('scim_token.created', { audited: true })
export const ScimTokenRevoked = defineEvent<{ name: string }>('scim_token.revoked', { audited: true })
