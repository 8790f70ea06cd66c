import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Provider } from '#app/platform/sending/provider'
import { Sender } from '#app/platform/sending/sender'
import type { Turn } from '#app/platform/sending/turns'
import { faultPoint } from '#app/platform/events/fault_point'
import { Current, SYSTEM } from '#app/platform/database/current'
import { channels } from '#app/deliveries/channels'
import { partingKinds } from '#app/deliveries/mail_kinds'
import { DeliveryAttempt } from '#app/deliveries/delivery_attempt'
import Delivery, { RECIPIENT_GONE, type DeliveryChannel } from '#app/deliveries/delivery'

/** Sends what a company owes to somebody, and records what the provider answered. What a closed company owes waits until it opens. */
export default class DeliverySender extends Sender {
  static sender = 'delivery'

  async claim(trx: TransactionClientContract, turns: Turn[]) {
    const now = DateTime.utc().toISO()
    const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
      `update deliveries set state = 'sending', attempts = attempts + 1, claimed_at = :now, next_try_at = null, updated_at = :now,
         tries = tries || jsonb_build_array(jsonb_build_object('startedAt', cast(:now as text)))
       from unnest(cast(:companies as uuid[]), cast(:ids as uuid[])) as turn (tenant_id, delivery_id)
       join tenants on tenants.id = turn.tenant_id
       where deliveries.tenant_id = turn.tenant_id and deliveries.id = turn.delivery_id and deliveries.state = 'queued'
         and (tenants.state = 'active' or kind = any(:parting))
       returning deliveries.id`,
      {
        now,
        parting: partingKinds(),
        companies: turns.map(({ tenantId }) => tenantId),
        ids: turns.map(({ subjectId }) => subjectId),
      }
    )
    const claimed = new Set(rows.map(({ id }) => id))
    return turns.filter(({ subjectId }) => claimed.has(subjectId))
  }

  async send({ tenantId, subjectId }: Turn, provider: Provider) {
    const inUnit = <T>(work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
    const prepared = await inUnit(async () => {
      const delivery = await Delivery.findOrFail(subjectId)
      if (await delivery.isRecipientGone()) await new DeliveryAttempt(delivery).decline(RECIPIENT_GONE)
      else return [delivery, await channels[delivery.channel as DeliveryChannel].prepare(delivery)] as const
    })
    if (!prepared) return
    const [delivery, handOver] = prepared
    const outcome = await handOver()
    faultPoint('mail.answered')
    const isOutOfOrder = await provider.heard(outcome)
    await inUnit(() =>
      new DeliveryAttempt(delivery).settle(outcome, { provider: provider.name, isOutOfOrder })
    )
  }
}
