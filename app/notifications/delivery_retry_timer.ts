import { Timer } from '#app/platform/timers'
import { MailSending } from '#app/notifications/mail_sending'

export default class DeliveryRetryTimer extends Timer<{ tenantId: string; deliveryId: string }> {
  static timer = 'delivery_retry'
  static unit = 'manual' as const

  async handle({ tenantId, deliveryId }: { tenantId: string; deliveryId: string }) {
    await new MailSending(tenantId, deliveryId).run()
  }
}
