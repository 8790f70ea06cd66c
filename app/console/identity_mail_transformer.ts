import { BaseTransformer } from '@adonisjs/core/transformers'
import { areLinksRevealed } from '#app/identity/link_reveal'
import { MailReveal } from '#app/sign_in/mail_reveal'
import type IdentityMail from '#app/sign_in/identity_mail'

/** A mail to a person, as those who run the installation see it: without its secret. */
export default class IdentityMailTransformer extends BaseTransformer<IdentityMail> {
  toObject() {
    const { isOver, hasSecret } = this.resource
    return {
      ...this.pick(this.resource, [
        'id',
        'kind',
        'state',
        'recipient',
        'attempts',
        'error',
        'createdAt',
        'nextTryAt',
        'revealedAt',
        'revealedBy',
      ]),
      canResend: isOver,
      canReveal: areLinksRevealed() && hasSecret && new MailReveal(this.resource).isPossible,
    }
  }
}
