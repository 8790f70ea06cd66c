import type { HttpContext } from '@adonisjs/core/http'
import { OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import type { SocialPerson } from '#plugins/social_login/contract'
import { SocialLoginError } from '#plugins/social_login/errors'
import { SocialLoginRefusedError, type SocialRefusal } from '#app/social_accounts/errors'
import { labelOf } from '#app/social_accounts/social_provider'
import SocialAccount from '#app/social_accounts/social_account'
import Identity from '#app/identity/identity'
import type { SocialFlow } from '#app/social_accounts/social_flow'

/** Somebody who comes back from a provider. */
export default class SocialArrival {
  private constructor(
    private flow: SocialFlow,
    readonly person: SocialPerson
  ) {}

  /** Exchanges the answer for what the provider says of the person. */
  static async of(ctx: HttpContext, flow: SocialFlow) {
    const driver = ctx.ally.use(flow.provider).stateless()
    if (driver.accessDenied()) throw refusal(flow, 'denied')
    if (driver.hasError()) throw refusal(flow, 'refused', new SocialLoginError(String(driver.getError())))
    try {
      const { token } = await driver.accessToken((request) => request.field('code_verifier', flow.verifier))
      return new SocialArrival(flow, await driver.personOf(token))
    } catch (error) {
      if (error instanceof OutgoingRequestError) throw refusal(flow, 'unreachable', error)
      if (error instanceof SocialLoginError) throw refusal(flow, 'refused', error)
      throw error
    }
  }

  /** The account that they have connected here before. */
  async knownAccount() {
    const account = await SocialAccount.bySubject(this.flow.provider, this.person.subject)
    if (!account) return null
    const identity = await Identity.findOrFail(account.identityId)
    if (identity.disabledAt) throw refusal(this.flow, 'no_login')
    return { account, identity }
  }

  /**
   * Whose login has the address, and whether the owner has to show first that it is theirs. An address that the provider
   * once verified can belong to somebody else by now, so it opens a login by itself only where nothing else does.
   */
  async ownerOfAddress() {
    const { email, isMailboxOwner } = this.person
    if (!email) throw refusal(this.flow, 'no_email')
    const identity = await Identity.byEmail(email)
    if (!identity || identity.disabledAt) throw refusal(this.flow, 'no_login')
    const hasProof = identity.password !== null || identity.twoFactorAt !== null
    if (!hasProof && !(isMailboxOwner && identity.acceptsSignInLinks)) throw refusal(this.flow, 'prove_first')
    return { identity, mustProve: hasProof }
  }

  connectWith(identity: Identity) {
    return SocialAccount.connect(identity, this.flow.provider, this.person)
  }
}

const refusal = ({ provider }: SocialFlow, reason: SocialRefusal, cause?: unknown) =>
  new SocialLoginRefusedError(reason, labelOf(provider), cause)
