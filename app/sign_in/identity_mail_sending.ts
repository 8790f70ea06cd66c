import { MASK, renderLetter } from '#app/platform/letter'
import { faultPoint } from '#app/platform/fault_point'
import { post, whyNotSent, type Outcome } from '#app/platform/posting'
import { IdentityLetter } from '#app/sign_in/identity_letter'
import IdentityMail, { type NotSent } from '#app/sign_in/identity_mail'

const LATCHKEY = { name: 'Latchkey', brandColor: '#0f766e' }

/** Sends one mail to a person: claims it, writes it, mints its secret, and records what the server answered. */
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
    const letter = await IdentityLetter.of(mail)
    if (letter.refusal) return letter.refusal
    const { subject, bodyHtml, bodyText } = await renderLetter(letter.letter, LATCHKEY)
    await IdentityMail.query().where('id', mail.id).update({ subject, bodyText })
    const reason = whyNotSent(mail.recipient)
    if (reason) return { state: 'not_sent', ...reason }
    const secret = await letter.mintSecret()
    const reveal = (body: string) => (secret ? body.replaceAll(MASK, secret) : body)
    const to = { address: mail.recipient, name: letter.identity?.name ?? mail.recipient }
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
