import MailWorker from '#app/notifications/mail_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import { sendDeliveries } from '#tests/deliveries'
import { handOver } from '#tests/hand_over'
import { sendIdentityMail } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import IdentityMail from '#app/sign_in/identity_mail'
import type { Target } from '#tests/security/cases'

/** Sends all that is owed for what has happened in a company and to its people, and shows what arrived. */
export async function openPost() {
  const server = await new MailServer().open()
  return {
    close: () => server.close(),
    async deliver({ tenant }: Pick<Target, 'tenant'>) {
      await handOver(tenant.id, NotificationWorker, MailWorker)
      await sendDeliveries({ tenant })
      for (const { id } of await IdentityMail.query().where('state', 'queued').orderBy('id'))
        await sendIdentityMail(id)
      return server.received.splice(0)
    },
  }
}
