import { DateTime } from 'luxon'
import { errors } from '@adonisjs/auth'
import { AccessTokenSchema } from '#database/schema'
import { findHolder } from '#app/identity/token_holder'
import { hashOf, newSecret } from '#app/identity/secret'
import type User from '#app/identity/user'

const BEARER = /^Bearer (lk_[\w-]{43})$/i

/** An opaque API token of one user in one company; only its hash is stored. */
export default class AccessToken extends AccessTokenSchema {
  static async mint(user: User, name: string, expiresAt: DateTime | null = null) {
    const secret = newSecret('lk_')
    await this.create({ userId: user.id, name, expiresAt, tokenHash: hashOf(secret) })
    return secret
  }

  static of(user: User) {
    return this.query().where('userId', user.id).whereNull('revokedAt')
  }

  static async revokeAllOf(user: User) {
    await this.of(user).update({ revokedAt: DateTime.utc().toISO() })
  }

  /** Who is asking, and for which company. No cache stands before it: a revoked token fails at once. */
  static async authenticate(header: string | undefined) {
    const secret = BEARER.exec(header ?? '')?.[1]
    const holder = secret && (await findHolder(hashOf(secret)))
    if (!holder)
      throw new errors.E_UNAUTHORIZED_ACCESS('The access token is not valid', {
        guardDriverName: 'access_tokens',
      })
    return holder
  }

  get isExpired() {
    return Boolean(this.expiresAt && this.expiresAt <= DateTime.utc())
  }

  async revoke() {
    this.revokedAt ??= DateTime.utc()
    await this.save()
  }

  /** Tells the owner when the token was last used, to the minute. */
  async noteUse() {
    const now = DateTime.utc()
    const aMinuteAgo = now.minus({ minutes: 1 })
    if (this.lastUsedAt && this.lastUsedAt > aMinuteAgo) return
    await AccessToken.query({ connection: 'system' })
      .where('id', this.id)
      .where((unused) => unused.whereNull('lastUsedAt').orWhere('lastUsedAt', '<=', aMinuteAgo.toISO()))
      .update({ lastUsedAt: now.toISO() })
  }
}
