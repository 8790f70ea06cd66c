import { Timer } from '#app/platform/timers'
import { IdentityMailSending } from '#app/sign_in/identity_mail_sending'

export default class IdentityMailTimer extends Timer<{ mailId: string }> {
  static timer = 'identity_mail'

  async handle({ mailId }: { mailId: string }) {
    await new IdentityMailSending(mailId).run()
  }
}
