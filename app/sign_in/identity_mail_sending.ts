import { MASK, renderLetter } from '#app/platform/letter'
import { faultPoint } from '#app/platform/fault_point'
import { post, whyNotSent, type Outcome } from '#app/platform/posting'
import { FOR_ANYBODY, LETTERS } from '#app/sign_in/letters'
import ConfirmationCode from '#app/sign_in/confirmation_code'
import IdentityLink from '#app/sign_in/identity_link'
import IdentityMail, { type NotSent } from '#app/sign_in/identity_mail'
import Identity from '#app/identity/identity'

const LATCHKEY = { name: 'Latchkey', brandColor: '#0f766e' }
const NOBODY = { code: 'E_NO_LOGIN', error: 'No login has this address, so nothing is sent to it' }

const LINKS_OFF = { code: 'E_LINKS_OFF', error: 'This person does not want to sign in by mail' }

const NOBODY_HERE = { id: null, name: null }

/** Sends one mail to a person: claims it, writes it, mints its link, and records what the server answered. */
export class IdentityMailSending {
  constructor(private mailId: string) {}

  async run() {
    const mail = await IdentityMail.find(this.mailId)
    if (!mail || !(await mail.claim())) return
    const outcome = await this.#send(mail)
    faultPoint('identity_mail.answered')
    await mail.settle(outcome)
  }

  async #send(mail: IdentityMail): Promise<Outcome | NotSent> {
    const identity = await Identity.byEmail(mail.recipient)
    if (identity ? identity.disabledAt : !FOR_ANYBODY.includes(mail.kind))
      return { state: 'not_sent', ...NOBODY }
    if (mail.kind === 'sign_in_link' && !identity!.acceptsSignInLinks)
      return { state: 'not_sent', ...LINKS_OFF }
    const { letter, link, codeId } = LETTERS[mail.kind](identity ?? NOBODY_HERE, mail.data)
    const { subject, bodyHtml, bodyText } = await renderLetter(letter, LATCHKEY)
    await IdentityMail.query().where('id', mail.id).update({ subject, bodyText })
    const reason = whyNotSent(mail.recipient)
    if (reason) return { state: 'not_sent', ...reason }
    const secret = codeId
      ? await ConfirmationCode.mint(codeId, identity!)
      : link && (await IdentityLink.mint({ identityId: identity?.id ?? null, ...link }))
    const reveal = (body: string) => (secret ? body.replaceAll(MASK, secret) : body)
    const to = { address: mail.recipient, name: identity?.name ?? mail.recipient }
    return post({
      id: mail.id,
      from: LATCHKEY.name,
      to,
      subject,
      html: reveal(bodyHtml),
      text: reveal(bodyText),
    })
  }
}
