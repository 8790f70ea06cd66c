import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { MASK, renderLetter } from '#app/platform/sending/letter'
import { faultPoint } from '#app/platform/events/fault_point'
import { post, whyNotSent, type Outcome } from '#app/platform/sending/posting'
import type { Provider } from '#app/platform/sending/provider'
import { Sender } from '#app/platform/sending/sender'
import type { Turn } from '#app/platform/sending/turns'
import { IdentityLetter } from '#app/sign_in/identity_letter'
import IdentityMail, { type NotSent } from '#app/sign_in/identity_mail'

const LATCHKEY = { name: 'Latchkey', brandColor: '#0f766e' }

/** Sends mails to persons: writes them, mints their secrets, and records what the server answered. */
export default class IdentityMailSender extends Sender {
  static sender = 'identity_mail'

  async claim(trx: TransactionClientContract, turns: Turn[]) {
    const claimed: Turn[] = []
    for (const turn of turns) if (await IdentityMail.claim(trx, turn.subjectId)) claimed.push(turn)
    return claimed
  }

  async send({ subjectId }: Turn, provider: Provider) {
    const mail = await IdentityMail.findOrFail(subjectId)
    const outcome = await this.#hand(mail)
    faultPoint('identity_mail.answered')
    const isOutOfOrder = outcome.state !== 'not_sent' && (await provider.heard(outcome))
    await mail.settle(outcome, { isOutOfOrder })
  }

  async #hand(mail: IdentityMail): Promise<Outcome | NotSent> {
    const letter = await IdentityLetter.of(mail)
    if (letter.refusal) return letter.refusal
    const { subject, bodyHtml, bodyText } = await renderLetter(letter.letter, LATCHKEY)
    await IdentityMail.query().where('id', mail.id).update({ subject, bodyText })
    const reason = whyNotSent(mail.recipient)
    if (reason) return { state: 'not_sent', ...reason }
    const secret = await letter.mintSecret()
    const reveal = (body: string) => (secret ? body.replaceAll(MASK, secret) : body)
    const to = { address: mail.recipient, name: letter.identity?.name ?? mail.recipient }
    const [html, text] = [reveal(bodyHtml), reveal(bodyText)]
    return post({ id: mail.id, from: LATCHKEY.name, to, subject, html, text })
  }
}
