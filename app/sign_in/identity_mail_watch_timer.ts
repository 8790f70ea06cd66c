import { Timer } from '#app/platform/timers/timers'
import IdentityMail from '#app/sign_in/identity_mail'

type Watch = { mailId: string; attempt: number }

/** Looks after a claimed mail whose sender may have died in the middle. */
export default class IdentityMailWatchTimer extends Timer<Watch> {
  static timer = 'identity_mail_watch'
  static purpose = 'Looks after a mail about signing in whose sender may have died'
  static isInternal = true

  async handle({ mailId, attempt }: Watch) {
    await (await IdentityMail.find(mailId))?.abandon(attempt)
  }
}
