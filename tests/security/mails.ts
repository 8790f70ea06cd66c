import MailWorker from '#app/notifications/mail_worker'
import DeliveryWorker from '#app/notifications/delivery_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import { handOver } from '#tests/hand_over'
import { MailServer } from '#tests/mail_server'
import IdentityMail from '#app/sign_in/identity_mail'
import { IdentityMailSending } from '#app/sign_in/identity_mail_sending'
import type { Target } from '#tests/security/cases'

/** Sends all that is owed for what has happened in a company and to its people, and shows what arrived. */
export async function openPost() {
  const server = await new MailServer().open()
  return {
    close: () => server.close(),
    async deliver({ tenant }: Pick<Target, 'tenant'>) {
      await handOver(tenant.id, NotificationWorker, MailWorker, DeliveryWorker)
      await handOver(tenant.id, DeliveryWorker)
      for (const { id } of await IdentityMail.query().where('state', 'queued').orderBy('id'))
        await new IdentityMailSending(id).run()
      return server.received.splice(0)
    },
  }
}
