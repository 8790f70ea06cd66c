import { acrossTenants } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'
import IdentityMail from '#app/sign_in/identity_mail'

/** Its wait is over: it takes its turn again. */
export default class IdentityMailTimer extends Timer<{ mailId: string }> {
  static timer = 'identity_mail'
  static purpose = 'Sends a mail about signing in'

  async handle({ mailId }: { mailId: string }) {
    await acrossTenants(async (trx) => {
      const mail = await IdentityMail.query({ client: trx }).where('id', mailId).first()
      if (mail?.state === 'queued') await mail.askForTurn(trx)
    })
  }
}
