import { DateTime, type DurationLikeObject } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { IdentityLinkSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { hashOf, newSecret } from '#app/platform/secret'

/** How long each kind opens something. */
const LIFETIMES = {
  sign_in: { minutes: 30 },
  password_reset: { hours: 1 },
  registration: { hours: 24 },
  email_approval: { hours: 24 },
  email_proof: { hours: 24 },
} satisfies Record<string, DurationLikeObject>

export type IdentityLinkKind = keyof typeof LIFETIMES

type Mint = { kind: IdentityLinkKind; identityId?: string | null; subjectId?: string | null }

/** A link by mail that lets a person in, once. Opening it changes nothing: programs that read mail open links too. */
export default class IdentityLink extends IdentityLinkSchema {
  static connection = 'system'

  static async mint({ kind, identityId = null, subjectId = null }: Mint) {
    const secret = newSecret()
    const expiresAt = DateTime.utc().plus(LIFETIMES[kind])
    await this.create({ id: newId(), kind, identityId, subjectId, expiresAt, secretHash: hashOf(secret) })
    return secret
  }

  /** Null for a link that is unknown, used or expired. */
  static open(kind: IdentityLinkKind, secret: string) {
    return this.query()
      .where({ kind, secretHash: hashOf(secret) })
      .whereNull('usedAt')
      .where('expiresAt', '>', DateTime.utc().toISO())
      .first()
  }

  /** Of two that come with the same link at once, one is let in. */
  async consume(trx?: TransactionClientContract) {
    const now = DateTime.utc().toISO()
    const [count] = await IdentityLink.query({ client: trx })
      .where('id', this.id)
      .whereNull('usedAt')
      .where('expiresAt', '>', now)
      .update({ usedAt: now })
    return Number(count) === 1
  }

  static async revokeAll(identityId: string) {
    await this.query().where({ identityId }).whereNull('usedAt').update({ usedAt: DateTime.utc().toISO() })
  }
}
