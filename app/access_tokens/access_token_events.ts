import { defineEvent } from '#app/platform/events/events'

export const AccessTokenCreated = defineEvent<{
  kind: string
  name: string
  userId: string
  scopes: string[] | null
  expiresAt: string | null
}>('access_token.created', { audited: true })

export const AccessTokenRevoked = defineEvent<{ kind: string; name: string; userId: string }>(
  'access_token.revoked',
  { audited: true }
)

/** A program signed in with a password, signed out, or showed a refresh token that had been used before. */
export const TokenFamilyBegun = defineEvent<{ userId: string }>('token_family.begun', { audited: true })
export const TokenFamilyEnded = defineEvent<{ userId: string; reason: 'logout' | 'reuse' }>(
  'token_family.ended',
  { audited: true }
)
