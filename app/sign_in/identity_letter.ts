import { MASK } from '#app/platform/sending/letter'
import { FOR_ANYBODY, LETTERS } from '#app/sign_in/letters'
import ConfirmationCode from '#app/sign_in/confirmation_code'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import type IdentityMail from '#app/sign_in/identity_mail'
import type { NotSent } from '#app/sign_in/identity_mail'

const NOBODY_HERE = { id: null, name: null }
const NOBODY = { code: 'E_NO_LOGIN', error: 'No login has this address, so nothing is sent to it' }
const LINKS_OFF = { code: 'E_LINKS_OFF', error: 'This person does not want to sign in by mail' }

/** What a mail says to whoever has its address now; its secret is made when it is about to be handed over. */
export class IdentityLetter {
  private constructor(
    private mail: IdentityMail,
    readonly identity: Identity | null
  ) {}

  static async of(mail: IdentityMail) {
    return new IdentityLetter(mail, await Identity.byEmail(mail.recipient))
  }

  /** Why it is not for them. */
  get refusal(): NotSent | null {
    const { identity, mail } = this
    if (identity ? identity.disabledAt : !FOR_ANYBODY.includes(mail.kind))
      return { state: 'not_sent', ...NOBODY }
    const isUnwanted = mail.kind === 'sign_in_link' && !identity!.acceptsSignInLinks
    return isUnwanted ? { state: 'not_sent', ...LINKS_OFF } : null
  }

  get letter() {
    return this.#written.letter
  }

  get hasSecret() {
    return Boolean(this.#written.link ?? this.#written.codeId)
  }

  async mintSecret() {
    const { link, codeId } = this.#written
    if (codeId) return ConfirmationCode.mint(codeId, this.identity!)
    return link && IdentityLink.mint({ identityId: this.identity?.id ?? null, ...link })
  }

  /** The address that its button leads to, or the code that it tells. */
  open(secret: string) {
    return this.#written.codeId ? secret : this.letter.action!.url.replace(MASK, secret)
  }

  get #written() {
    return LETTERS[this.mail.kind](this.identity ?? NOBODY_HERE, this.mail.data)
  }
}
