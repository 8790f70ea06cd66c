import { defineEvent } from '#app/platform/events/events'

export const UserTwoFactorEnabled = defineEvent('user.two_factor_enabled', { audited: true })
export const UserTwoFactorDisabled = defineEvent('user.two_factor_disabled', { audited: true })
export const UserRecoveryCodeUsed = defineEvent('user.recovery_code_used', { audited: true })
