import { acrossTenants } from '#app/platform/database/current'
import { LinkClosedError } from '#app/sign_in/errors'
import { refuseUnsuitable } from '#app/sign_in/suitable_password'
import { recordInCompanies, UserPasswordChanged } from '#app/sign_in/sign_in_events'
import Device from '#app/sign_in/device'
import EmailChange from '#app/sign_in/email_change'
import IdentityLink from '#app/sign_in/identity_link'
import IdentityMail from '#app/sign_in/identity_mail'
import TokenFamily from '#app/access_tokens/token_family'
import type Identity from '#app/identity/identity'

/** A person's new password: every other session ends with the old one, and open links to the login with them. */
export default class PasswordChange {
  constructor(private identity: Identity) {}

  async byLink(link: IdentityLink, password: string) {
    await this.#refuseUnsuitable(password)
    await acrossTenants(async (trx) => {
      if (!(await link.consume(trx))) throw new LinkClosedError()
      await this.identity.useTransaction(trx).merge({ password }).save()
    })
    await this.#endTheRest('reset')
  }

  async byOwner(password: string, here: { sessionId: string; deviceId?: string }) {
    await this.#refuseUnsuitable(password)
    await this.identity.merge({ password }).save()
    await this.#endTheRest('account', here)
  }

  #refuseUnsuitable(password: string) {
    return refuseUnsuitable(password, [this.identity.email, this.identity.name])
  }

  async #endTheRest(way: 'account' | 'reset', here?: { sessionId: string; deviceId?: string }) {
    await Device.forgetAllOf(this.identity, here)
    await TokenFamily.endAllOf(this.identity)
    await IdentityLink.revokeAll(this.identity.id)
    await EmailChange.endOf(this.identity)
    await IdentityMail.owe('password_changed', this.identity.email)
    await recordInCompanies(this.identity, UserPasswordChanged, { way })
  }
}
