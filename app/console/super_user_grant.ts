import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SuperUserGrantSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import { AlreadySuperUserError, GrantOverError, LastSuperUserError } from '#app/console/errors'
import Identity from '#app/identity/identity'
import IdentityMail from '#app/sign_in/identity_mail'

/** Lets a person into the console, until somebody takes that back. */
export default class SuperUserGrant extends SuperUserGrantSchema {
  static connection = 'system'

  @belongsTo(() => Identity)
  declare identity: BelongsTo<typeof Identity>

  static standing(isRevoked = false) {
    const grants = this.query().preload('identity')
    return isRevoked ? grants.whereNotNull('revokedAt') : grants.whereNull('revokedAt')
  }

  /** For a login that is there already, or a new one whose password its owner chooses by a mailed link. */
  static give({ email, name }: { email: string; name: string }, { name: grantedBy }: { name: string }) {
    return acrossTenants(async (client) => {
      await this.#oneAtATime(client)
      const address = email.trim().toLowerCase()
      const known = await Identity.query({ client }).where('email', address).first()
      if (known?.isSuperUser) throw new AlreadySuperUserError()
      const identity = known ?? new Identity().fill({ email: address, name }).useTransaction(client)
      await identity.merge({ isSuperUser: true }).save()
      const grant = await this.create({ id: newId(), identityId: identity.id, grantedBy }, { client })
      const facts = { by: grantedBy, hasPassword: identity.password ? 'yes' : 'no' }
      await IdentityMail.owe('super_user_granted', address, facts, client)
      return grant
    })
  }

  /** Somebody must be left who can give the right to others. */
  async revoke({ name: revokedBy }: { name: string }) {
    await acrossTenants(async (client) => {
      await SuperUserGrant.#oneAtATime(client)
      const open = await SuperUserGrant.query({ client }).whereNull('revokedAt')
      const grant = open.find(({ id }) => id === this.id)
      if (!grant) throw new GrantOverError()
      const person = await Identity.findOrFail(grant.identityId, { client })
      const others = open.map(({ identityId }) => identityId).filter((id) => id !== person.id)
      const left = await Identity.query({ client }).whereIn('id', others).whereNull('disabledAt').first()
      if (!left) throw new LastSuperUserError()
      await grant.merge({ revokedBy, revokedAt: DateTime.utc() }).save()
      await IdentityMail.owe('super_user_revoked', person.email, { by: revokedBy }, client)
      await person.revokeSuperUser(client)
    })
  }

  static #oneAtATime(client: TransactionClientContract) {
    return client.rawQuery('lock table super_user_grants in share row exclusive mode')
  }
}
