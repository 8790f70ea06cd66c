import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Current, SYSTEM } from '#app/platform/database/current'
import { faultPoint } from '#app/platform/events/fault_point'
import { Sender } from '#app/platform/sending/sender'
import type { Turn } from '#app/platform/sending/turns'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import { postWebhook } from '#app/webhooks/webhook_post'

/** Hands messages to the endpoints of companies. What a closed company owes waits until it opens. */
export default class WebhookSender extends Sender {
  static sender = 'webhook'

  // As the mails of a company are: by the key, whatever is said to wait.
  async claim(trx: TransactionClientContract, turns: Turn[]) {
    const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
      `with turn as materialized (
         select turn.* from unnest(cast(:companies as uuid[]), cast(:ids as uuid[])) as turn (tenant_id, delivery_id)
         join tenants on tenants.id = turn.tenant_id and tenants.state = 'active'
       )
       update webhook_deliveries d set state = 'sending', claimed_at = :now, next_try_at = null, updated_at = :now
       from turn where d.tenant_id = turn.tenant_id and d.id = turn.delivery_id and d.state || '' = 'queued'
       returning d.id`,
      {
        now: DateTime.utc().toISO(),
        companies: turns.map(({ tenantId }) => tenantId),
        ids: turns.map(({ subjectId }) => subjectId),
      }
    )
    const claimed = new Set(rows.map(({ id }) => id))
    return turns.filter(({ subjectId }) => claimed.has(subjectId))
  }

  async send({ tenantId, subjectId }: Turn) {
    const inUnit = <T>(work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
    const message = await inUnit(() => this.#prepare(subjectId))
    if (!message) return
    const answer = await postWebhook(message)
    faultPoint('webhook.answered')
    await inUnit(async () => {
      const delivery = await WebhookDelivery.find(subjectId)
      // Its endpoint may have been deleted meanwhile, and itself with it.
      const endpoint = delivery && (await WebhookEndpoint.find(delivery.webhookEndpointId))
      if (!endpoint) return
      if (!delivery.isTest) await endpoint.health.note(answer)
      await delivery.settle(answer)
    })
  }

  async #prepare(id: string) {
    const delivery = await WebhookDelivery.find(id)
    const endpoint = delivery && (await WebhookEndpoint.find(delivery.webhookEndpointId))
    if (!endpoint) return null
    if (delivery.isTest || (await endpoint.health.admits())) {
      await delivery.begin()
      return { url: endpoint.url, secrets: endpoint.secrets, id: delivery.eventId, payload: delivery.payload }
    } else {
      await delivery.hold()
      return null
    }
  }
}
