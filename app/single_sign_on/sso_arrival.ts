import vine from '@vinejs/vine'
import { lockRow } from '#app/platform/database/row_lock'
import Identity from '#app/identity/identity'
import User from '#app/identity/user'
import { emailAddress } from '#app/identity/user_validator'
import { LastAdminError } from '#app/identity/errors'
import { claimAt, textAt, type Claims } from '#app/single_sign_on/claims'
import { SignInRefusedError } from '#app/single_sign_on/errors'
import SsoAccount from '#app/single_sign_on/sso_account'
import SsoDomain from '#app/single_sign_on/sso_domain'
import type SsoConnection from '#app/single_sign_on/sso_connection'

const address = vine.create({ email: emailAddress() })

/** Somebody whom the company's issuer has recognised, before the door of the company. Runs in its unit. */
export default class SsoArrival {
  constructor(
    private connection: SsoConnection,
    private claims: Claims,
    /** Who proved a credential of their own in the same session. */
    private identityId: string | null
  ) {}

  async admit() {
    const account = (await this.#knownAccount()) ?? (await this.#connect())
    const user = await User.findOrFail(account.userId)
    if (!user.isActive) throw new SignInRefusedError('deactivated')
    await this.#followRole(user)
    await account.noteSignIn(this.claims)
    await this.connection.noteSuccess()
    return { user, account }
  }

  #knownAccount() {
    return SsoAccount.of(this.connection, this.claims.sub)
  }

  // One newcomer at a time: the same person may arrive in two tabs.
  async #connect() {
    await lockRow(this.connection)
    const account = await this.#knownAccount()
    if (account) return account
    const user = (await this.#whoIsHere()) ?? (await this.#whoHasTheAddress())
    if (!user.isActive) throw new SignInRefusedError('deactivated')
    const { id: ssoConnectionId } = this.connection
    const subject = { ssoConnectionId, subject: this.claims.sub }
    return SsoAccount.link(user, subject, textAt(this.claims, this.connection.emailClaim))
  }

  async #whoIsHere() {
    return this.identityId ? User.active().where('identityId', this.identityId).first() : null
  }

  async #whoHasTheAddress() {
    const email = await this.#trustedEmail()
    const identity = await Identity.byEmail(email)
    if (identity?.disabledAt) throw new SignInRefusedError('deactivated')
    const user = identity && (await User.findBy('identityId', identity.id))
    return user ?? this.#provision(email, identity)
  }

  // The company's issuer may speak of the company's own addresses, and only of those that it has verified.
  async #trustedEmail() {
    const { emailClaim, trustsEmail } = this.connection
    const [problem, given] = await address.tryValidate({ email: textAt(this.claims, emailClaim) })
    if (problem) throw new SignInRefusedError('no_email')
    const isVerified = claimAt(this.claims, 'email_verified')
    if (isVerified !== true && !(isVerified === undefined && trustsEmail))
      throw new SignInRefusedError('email_unverified')
    if (!(await SsoDomain.covers(given.email))) throw new SignInRefusedError('domain_unverified')
    return given.email
  }

  async #provision(email: string, known: Identity | null) {
    const choice = await this.connection.roleOf(this.claims)
    if (!this.connection.provisionsUsers || (await User.findBy('email', email)))
      throw new SignInRefusedError('not_a_member')
    if (!choice) throw new SignInRefusedError('no_role')
    const name = (textAt(this.claims, this.connection.nameClaim) ?? email).slice(0, 120)
    const identity = known ?? (await Identity.create({ email, name, password: null }))
    return User.join(identity, { name, ...choice })
  }

  async #followRole(user: User) {
    if (!this.connection.decidesRoles) return
    const choice = await this.connection.roleOf(this.claims)
    if (!choice) throw new SignInRefusedError('no_role')
    try {
      await user.change(choice)
    } catch (error) {
      // A company keeps its last administrator, whatever the issuer says.
      if (!(error instanceof LastAdminError)) throw error
    }
  }
}
