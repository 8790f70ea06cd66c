import { DateTime } from 'luxon'
import { SocialAccountSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import type { SocialPerson } from '#plugins/social_login/contract'
import { recordInCompanies } from '#app/sign_in/sign_in_events'
import IdentityMail from '#app/sign_in/identity_mail'
import { LastWayInError, SocialLoginRefusedError } from '#app/social_accounts/errors'
import { labelOf } from '#app/social_accounts/social_provider'
import {
  UserSocialAccountConnected,
  UserSocialAccountDisconnected,
} from '#app/social_accounts/social_account_events'
import type Identity from '#app/identity/identity'

/** An account at a provider of social sign-in that stands for a person here. */
export default class SocialAccount extends SocialAccountSchema {
  static connection = 'system'

  static of(identity: Identity) {
    return this.query().where('identityId', identity.id).orderBy('provider')
  }

  static bySubject(provider: string, subject: string) {
    return this.query().where({ provider, subject }).first()
  }

  /** Its owner hears of it by mail, whoever did it. Connecting the same account again changes nothing. */
  static async connect(
    identity: Identity,
    provider: string,
    { subject, email, name }: Omit<SocialPerson, 'isMailboxOwner'>
  ) {
    const isNew = await acrossTenants(async (trx) => {
      const [id] = await trx
        .insertQuery()
        .table('social_accounts')
        .insert({
          id: newId(),
          identity_id: identity.id,
          provider,
          subject,
          email,
          name: name.slice(0, 120),
          created_at: new Date(),
        })
        .knexQuery.onConflict()
        .ignore()
        .returning('id')
      if (id)
        await IdentityMail.owe(
          'social_account_connected',
          identity.email,
          { provider: labelOf(provider) },
          trx
        )
      return id !== undefined
    })
    const account = await this.bySubject(provider, subject)
    if (account?.identityId !== identity.id)
      throw new SocialLoginRefusedError(account ? 'taken' : 'other_account', labelOf(provider))
    if (isNew) await recordInCompanies(identity, UserSocialAccountConnected, { provider })
    return account
  }

  async noteSignIn() {
    this.signedInAt = DateTime.utc()
    await this.save()
  }

  /** A person keeps a way to sign in. */
  async disconnect(identity: Identity) {
    const others = await SocialAccount.of(identity).whereNot('id', this.id)
    if (!identity.password && !identity.acceptsSignInLinks && others.length === 0) throw new LastWayInError()
    await this.delete()
    await recordInCompanies(identity, UserSocialAccountDisconnected, { provider: this.provider })
  }
}
