import { DateTime } from 'luxon'
import { Current, SYSTEM } from '#app/platform/database/current'
import { CLAIM } from '#app/platform/sending/posting'
import { Timer } from '#app/platform/timers/timers'
import WebhookDelivery from '#app/webhooks/webhook_delivery'

const TOGETHER = 500

/** Looks after webhooks whose sender died in the middle. */
export default class StrandedWebhooksTimer extends Timer {
  static timer = 'stranded_webhooks'
  static purpose = 'Looks after webhooks whose sender may have died'
  static cron = '* * * * *'

  async handle() {
    const stranded = await WebhookDelivery.query({ connection: 'system' })
      .where('state', 'sending')
      .where('claimedAt', '<', DateTime.utc().minus(CLAIM).toISO())
      .select('id', 'tenantId', 'claimedAt')
      .orderBy('claimedAt')
      .limit(TOGETHER)
    for (const { id, tenantId, claimedAt } of stranded)
      await Current.run({ tenantId, actor: SYSTEM }, async () =>
        (await WebhookDelivery.find(id))?.abandon(claimedAt!)
      )
  }
}
