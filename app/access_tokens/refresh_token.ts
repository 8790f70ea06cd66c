import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { RefreshTokenSchema } from '#database/schema'

export type Bearer = { id: string; tenantId: string; userId: string; userName: string; spentAt: Date | null }

/** Buys the next pair of tokens, once. */
export default class RefreshToken extends RefreshTokenSchema {
  /** Whose token this is, if they can still sign in. */
  static async bearerOf(tokenHash: string): Promise<Bearer | undefined> {
    const { rows } = await db.connection('system').rawQuery<{ rows: Bearer[] }>(BEARER, {
      tokenHash,
      now: DateTime.utc().toISO(),
    })
    return rows[0]
  }
}

const BEARER = `
  select tokens.id, tokens.tenant_id as "tenantId", users.id as "userId", users.name as "userName",
    tokens.spent_at as "spentAt"
  from refresh_tokens as tokens
  join users on users.tenant_id = tokens.tenant_id and users.id = tokens.user_id
  join tenants on tenants.id = tokens.tenant_id
  join identities on identities.id = users.identity_id
  where tokens.token_hash = :tokenHash and tokens.expires_at > :now
    and users.deactivated_at is null and identities.disabled_at is null and tenants.state = 'active'`
