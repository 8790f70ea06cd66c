import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { SsoAccountSchema } from '#database/schema'
import User from '#app/identity/user'
import { SsoAccountLinked, SsoAccountUnlinked } from '#app/single_sign_on/sso_events'
import type SsoConnection from '#app/single_sign_on/sso_connection'
import type { Claims } from '#app/single_sign_on/claims'
import { SignInRefusedError } from '#app/single_sign_on/errors'

const LONGEST_CLAIMS = 16_000

type Subject = { ssoConnectionId: string; subject: string }

/** The person of the company that an account at its issuer stands for. Says nothing in any other company. */
export default class SsoAccount extends SsoAccountSchema {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  static of({ id: ssoConnectionId }: SsoConnection, subject: string) {
    return this.query().where({ ssoConnectionId, subject }).first()
  }

  static async link(user: User, { ssoConnectionId, subject }: Subject, email: string | null) {
    // An address can pass on to somebody new at the issuer; their account must not open the life of the one before.
    if (await this.query().where({ ssoConnectionId, userId: user.id }).first())
      throw new SignInRefusedError('other_account')
    const account = await this.create({ ssoConnectionId, subject, userId: user.id, email })
    await SsoAccountLinked.record(account, { userId: user.id, role: user.role })
    return account
  }

  static async disconnectAll() {
    for (const account of await this.query().orderBy('id')) await account.disconnect()
  }

  async disconnect() {
    await this.delete()
    await SsoAccountUnlinked.record(this, { userId: this.userId })
  }

  /** The claims are kept for their owner, who can try the company's rules on them. */
  async noteSignIn(claims: Claims) {
    this.signedInAt = DateTime.utc()
    this.lastClaims = JSON.stringify(claims).length <= LONGEST_CLAIMS ? claims : null
    await this.save()
  }
}
