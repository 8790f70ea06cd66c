import { DateTime } from 'luxon'
import { IdentityLetter } from '#app/sign_in/identity_letter'
import { NothingToRevealError } from '#app/sign_in/errors'
import IdentityMail from '#app/sign_in/identity_mail'

const AS_LONG_AS = { hours: 24 }

/** Where no mail leaves, somebody who runs the installation carries the link of one over by hand, once. */
export class MailReveal {
  constructor(private mail: IdentityMail) {}

  get isPossible() {
    const { state, revealedAt, createdAt, subject } = this.mail
    const isFresh = createdAt > DateTime.utc().minus(AS_LONG_AS)
    return state === 'not_sent' && subject !== null && !revealedAt && isFresh
  }

  async by(name: string) {
    const letter = await IdentityLetter.of(this.mail)
    if (!this.isPossible || letter.refusal || !letter.hasSecret) throw new NothingToRevealError()
    const revealed = { revealedAt: DateTime.utc().toISO(), revealedBy: name }
    const [count] = await IdentityMail.query()
      .where('id', this.mail.id)
      .whereNull('revealedAt')
      .update(revealed)
    if (Number(count) !== 1) throw new NothingToRevealError()
    return { identity: letter.identity, secret: letter.open((await letter.mintSecret())!) }
  }
}
