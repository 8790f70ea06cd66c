import { DateTime } from 'luxon'
import { LinkTokenSchema } from '#database/schema'
import { hashOf, newSecret } from '#app/platform/secret'

export type LinkKind = 'invitation' | 'lead_status'

/** The secret part of a link that lets somebody without a login in; whoever sends the link mints it. */
export default class LinkToken extends LinkTokenSchema {
  static isWrittenAtEnd = true

  static async mint({
    kind,
    subjectId,
    expiresAt = null,
  }: {
    kind: LinkKind
    subjectId: string
    expiresAt?: DateTime | null
  }) {
    const secret = newSecret()
    await this.create({ kind, subjectId, expiresAt, tokenHash: hashOf(secret) })
    return secret
  }

  /** Leads from a secret to its tenant and subject, whatever its state: expired and unknown links get different pages. */
  static lookUp(kind: LinkKind, secret: string) {
    return this.query({ connection: 'system' })
      .where({ kind, tokenHash: hashOf(secret) })
      .first()
  }

  static async revokeAll(kind: LinkKind, subjectId: string) {
    await this.query()
      .where({ kind, subjectId })
      .whereNull('revokedAt')
      .update({ revokedAt: DateTime.utc().toISO() })
  }

  get isExpired() {
    return Boolean(this.expiresAt && this.expiresAt <= DateTime.utc())
  }

  get isUsable() {
    return !this.revokedAt && !this.isExpired
  }
}
