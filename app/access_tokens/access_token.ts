import { DateTime } from 'luxon'
import { AccessTokenSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { hashOf, newSecret } from '#app/platform/secret'
import { AccessTokenCreated, AccessTokenRevoked } from '#app/access_tokens/access_token_events'
import RefreshToken from '#app/access_tokens/refresh_token'
import { withReading, type Scope } from '#app/access_tokens/scopes'
import type User from '#app/identity/user'

type Narrowing = { scopes?: Scope[] | null; expiresAt?: DateTime | null }

/** An opaque API token of one user in one company; only its hash is stored. */
export default class AccessToken extends AccessTokenSchema {
  declare kind: 'personal' | 'service' | 'session'

  /** A token that a person made for a program of theirs, or an admin for a service of the company. */
  static async mint(user: User, name: string, { scopes = null, expiresAt = null }: Narrowing = {}) {
    const secret = newSecret('lk_')
    const { actor } = Current
    const token = await this.create({
      userId: user.id,
      kind: user.isService ? 'service' : 'personal',
      name,
      scopes,
      expiresAt,
      createdBy: actor.kind === 'user' ? actor.id : null,
      tokenHash: hashOf(secret),
    })
    const facts = { kind: token.kind, name, userId: user.id, scopes, expiresAt: expiresAt?.toISO() ?? null }
    await AccessTokenCreated.record(token, facts)
    return secret
  }

  static of(user: User) {
    return this.query().where({ userId: user.id, kind: 'personal' }).whereNull('revokedAt')
  }

  static ofServices() {
    return this.query().where('kind', 'service').whereNull('revokedAt')
  }

  /** What programs got for a password ends for good, as sessions in browsers do: of one person, or of the whole company. */
  static async endSignIns(user?: User) {
    for (const tokens of [this.query().where('kind', 'session'), RefreshToken.query()])
      await tokens
        .if(user, (all) => all.where('userId', user!.id))
        .whereNull('revokedAt')
        .update({ revokedAt: now() })
  }

  get isExpired() {
    return Boolean(this.expiresAt && this.expiresAt <= DateTime.utc())
  }

  /** All that it reaches; null: nothing is left out. */
  get reach() {
    return this.scopes && withReading(this.scopes)
  }

  async revoke() {
    if (this.revokedAt) return
    this.revokedAt = DateTime.utc()
    await this.save()
    await AccessTokenRevoked.record(this, { kind: this.kind, name: this.name, userId: this.userId })
  }

  /** Tells the owner when the token was last used, to the minute. */
  async noteUse() {
    const aMinuteAgo = DateTime.utc().minus({ minutes: 1 })
    if (this.lastUsedAt && this.lastUsedAt > aMinuteAgo) return
    await AccessToken.query({ connection: 'system' })
      .where('id', this.id)
      .where((unused) => unused.whereNull('lastUsedAt').orWhere('lastUsedAt', '<=', aMinuteAgo.toISO()))
      .update({ lastUsedAt: now() })
  }
}

const now = () => DateTime.utc().toISO()
