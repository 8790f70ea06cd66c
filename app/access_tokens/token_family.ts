import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { acrossTenants, Current } from '#app/platform/database/current'
import { hashOf, newSecret } from '#app/platform/secret'
import AccessToken from '#app/access_tokens/access_token'
import RefreshToken, { type Bearer } from '#app/access_tokens/refresh_token'
import { RefreshTokenRefusedError, RefreshTokenReusedError } from '#app/access_tokens/errors'
import { TokenFamilyBegun, TokenFamilyEnded } from '#app/access_tokens/access_token_events'
import type Identity from '#app/identity/identity'
import type User from '#app/identity/user'

const ACCESS_FOR = { minutes: 15 }
const IDLE_FOR = { days: 30 }

export type TokenPair = {
  accessToken: string
  accessExpiresAt: DateTime
  refreshToken: string
  refreshExpiresAt: DateTime
}

/** All tokens that one sign-in of a program led to: each refresh token is spent once, for the next pair. */
export default class TokenFamily {
  constructor(
    private id: string,
    private userId: string
  ) {}

  static async begin(user: User) {
    const family = new TokenFamily(newId(), user.id)
    await TokenFamilyBegun.record(family.subject, { userId: user.id })
    return family.nextPair()
  }

  /**
   * Gives the next pair for a refresh token. One that was spent before has been copied: nobody can tell the thief from
   * the owner, so all that came from this sign-in ends, and that stays although the answer is a refusal. Whom `admit`
   * refuses keeps the token, for when they have done what they were told.
   */
  static async renew(secret: string, admit: (bearer: Bearer) => Promise<void>): Promise<TokenPair> {
    const known = await RefreshToken.bearerOf(hashOf(secret))
    if (!known) throw new RefreshTokenRefusedError()
    if (!known.spentAt) await admit(known)
    const actor = { kind: 'api', id: known.userId, name: known.userName } as const
    const pair = await Current.run({ tenantId: known.tenantId, actor }, async () => {
      await holdUser(known.userId)
      const token = await RefreshToken.query().where('id', known.id).forUpdate().firstOrFail()
      const family = new TokenFamily(token.familyId, token.userId)
      if (token.spentAt) return void (await family.end('reuse'))
      if (token.revokedAt) throw new RefreshTokenRefusedError()
      await token.merge({ spentAt: DateTime.utc() }).save()
      return family.nextPair()
    })
    if (!pair) throw new RefreshTokenReusedError()
    return pair
  }

  static of({ familyId, userId }: AccessToken) {
    return new TokenFamily(familyId!, userId)
  }

  /** Signs out every program that signed in with this person's password, in all their companies. */
  static async endAllOf({ id }: Identity) {
    await acrossTenants(async (trx) => {
      const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
        'select id from users where identity_id = ? order by id for no key update',
        [id]
      )
      const theirs = rows.map((user) => user.id)
      const revoked = { revoked_at: DateTime.utc().toISO() }
      const open = (table: string) => trx.from(table).whereIn('user_id', theirs).whereNull('revoked_at')
      await open('refresh_tokens').update(revoked)
      await open('access_tokens').where('kind', 'session').update(revoked)
    })
  }

  async end(reason: 'logout' | 'reuse') {
    await holdUser(this.userId)
    const revokedAt = DateTime.utc().toISO()
    const tokens = await RefreshToken.query()
      .where('familyId', this.id)
      .whereNull('revokedAt')
      .update({ revokedAt })
    await AccessToken.query().where('familyId', this.id).whereNull('revokedAt').update({ revokedAt })
    if (Number(tokens[0]) > 0) await TokenFamilyEnded.record(this.subject, { userId: this.userId, reason })
  }

  private get subject() {
    return { id: this.id }
  }

  private async nextPair(): Promise<TokenPair> {
    const [accessToken, refreshToken] = [newSecret('lk_'), newSecret('lkr_')]
    const [accessExpiresAt, refreshExpiresAt] = [
      DateTime.utc().plus(ACCESS_FOR),
      DateTime.utc().plus(IDLE_FOR),
    ]
    const own = { userId: this.userId, familyId: this.id }
    await AccessToken.create({
      ...own,
      kind: 'session',
      name: 'Sign-in over the API',
      expiresAt: accessExpiresAt,
      tokenHash: hashOf(accessToken),
    })
    await RefreshToken.create({ ...own, expiresAt: refreshExpiresAt, tokenHash: hashOf(refreshToken) })
    return { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt }
  }
}

// Whoever gives a user new tokens, and whoever ends them, wait for each other here: no pair is born unseen meanwhile.
async function holdUser(id: string) {
  const { rows } = await db.rawQuery<{ rows: { deactivated_at: Date | null }[] }>(
    'select deactivated_at from users where id = ? for no key update',
    [id]
  )
  if (rows[0].deactivated_at) throw new RefreshTokenRefusedError()
}
