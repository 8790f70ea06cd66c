import { DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { live } from '#app/platform/live/live'
import { acrossTenants } from '#app/platform/database/current'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { IdentitySchema } from '#database/schema'
import { LoginExistsError, WrongCredentialsError } from '#app/identity/errors'
import type User from '#app/identity/user'

/** One person's login, whatever the companies they work for. */
export default class Identity extends compose(IdentitySchema, withAuthFinder(hash)) {
  static connection = 'system'

  static byEmail(email: string) {
    return this.findBy('email', email.trim().toLowerCase())
  }

  /** Takes as long for an unknown person, or one who has no password yet, as for a wrong password. */
  static async withCredentials(email: string, password: string) {
    const identity = await this.byEmail(email)
    const isRight = identity?.password
      ? await identity.verifyPassword(password)
      : await hash.make(password).then(() => false)
    if (!identity || !isRight || identity.disabledAt) throw new WrongCredentialsError()
    if (hash.needsReHash(identity.password!)) await identity.merge({ password }).save()
    return identity
  }

  /** Gives a person their login, or the first password to one that was made without. */
  static async begin({ email, name, password }: { email: string; name: string; password: string }) {
    const address = email.trim().toLowerCase()
    const identity = (await this.byEmail(address)) ?? new Identity()
    if (identity.password) throw new LoginExistsError()
    return identity.merge({ email: address, name, password }).save()
  }

  /** Gives a person a login whose password was hashed when they chose it. */
  static enrol({ email, name, passwordHash }: { email: string; name: string; passwordHash: string }) {
    return acrossTenants(async (client) => {
      const { id } = await this.create({ email, name }, { client })
      await this.query({ client }).where('id', id).update({ password: passwordHash })
      return this.findOrFail(id, { client })
    })
  }

  /** Closes the sessions of a leaving member, unless they still work for another company. */
  static async endSessionsWithout(member: User) {
    const identity = await this.findOrFail(member.identityId)
    const elsewhere = await db
      .connection('system')
      .from('users')
      .where('identity_id', identity.id)
      .whereNot('id', member.id)
      .whereNull('deactivated_at')
      .first()
    if (!elsewhere && !identity.isSuperUser) await identity.endSessions()
  }

  /** Closes the sessions of all who work for no other company that is open. */
  static async endSessionsOnlyIn(tenantId: string) {
    await db.connection('system').rawQuery(
      `delete from sessions using identities, users as leaving
       where sessions.user_id = leaving.identity_id::text and identities.id = leaving.identity_id
         and leaving.tenant_id = ? and leaving.deactivated_at is null and not identities.is_super_user
         and not exists (select from users join tenants on tenants.id = users.tenant_id
           where users.identity_id = identities.id and users.deactivated_at is null and tenants.state = 'active')`,
      [tenantId]
    )
  }

  /** Closes every door at once: no sign-in, no session, in whichever company. */
  async disable() {
    this.disabledAt = DateTime.utc()
    await this.save()
    await this.endSessions()
  }

  /** Sees only their own companies from now on, and hears no more of others. */
  async revokeSuperUser(client: QueryClientContract = db.connection('system')) {
    this.isSuperUser = false
    await this.save()
    await live.tellOutside(client, STREAMS_CHANNEL, { cut: this.id })
  }

  async endSessions() {
    await db.connection('system').from('sessions').where('user_id', this.id).delete()
    await live.tellOutside(db.connection('system'), STREAMS_CHANNEL, { cut: this.id })
  }
}
