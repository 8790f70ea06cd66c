import { Worker } from '#app/platform/worker'
import type { RecordedEvent } from '#app/platform/events'
import { DeliveryQueued } from '#app/notifications/delivery_events'
import { MailSending } from '#app/notifications/mail_sending'

/** Sends what is owed. It talks to a mail server, so it opens its own units. */
export default class DeliveryWorker extends Worker {
  static queue = 'deliveries'
  static unit = 'manual' as const
  static subscribes = [DeliveryQueued]

  async handle({ tenantId, subject }: RecordedEvent) {
    await new MailSending(tenantId, subject.id).run()
  }
}
