import { DateTime } from 'luxon'
import { ScimTokenSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { hashOf, newSecret } from '#app/platform/secret'
import { ScimTokenCreated, ScimTokenRevoked } from '#app/single_sign_on/sso_events'
import { ScimError } from '#app/single_sign_on/scim_error'

const BEARER = /^Bearer (lks_[\w-]{43})$/i

/** What the company's directory shows when it brings its people; only its hash is stored. */
export default class ScimToken extends ScimTokenSchema {
  static async mint(name: string) {
    const secret = newSecret('lks_')
    const { actor } = Current
    const createdBy = actor.kind === 'user' ? actor.id : null
    const token = await this.create({ name, createdBy, tokenHash: hashOf(secret) })
    await ScimTokenCreated.record(token, { name })
    return secret
  }

  static live() {
    return this.query().whereNull('revokedAt')
  }

  static async authenticate(header = '') {
    const secret = BEARER.exec(header)?.[1]
    const token =
      secret &&
      (await this.query({ connection: 'system' })
        .where('tokenHash', hashOf(secret))
        .whereNull('revokedAt')
        .first())
    if (!token) throw new ScimError('The token is missing, unknown or revoked.', undefined, 401)
    return token
  }

  async revoke() {
    if (this.revokedAt) return
    this.revokedAt = DateTime.utc()
    await this.save()
    await ScimTokenRevoked.record(this, { name: this.name })
  }

  /** To the minute, so that a directory that asks a lot does not write a lot. */
  async noteUse() {
    const aMinuteAgo = DateTime.utc().minus({ minutes: 1 })
    if (this.lastUsedAt && this.lastUsedAt > aMinuteAgo) return
    this.lastUsedAt = DateTime.utc()
    await ScimToken.query({ connection: 'system' })
      .where('id', this.id)
      .update({ lastUsedAt: this.lastUsedAt.toISO() })
  }
}
