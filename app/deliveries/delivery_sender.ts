import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Provider } from '#app/platform/sending/provider'
import { Sender } from '#app/platform/sending/sender'
import type { Turn } from '#app/platform/sending/turns'
import { Together } from '#app/platform/sending/together'
import { byId } from '#app/platform/by_id'
import { faultPoint } from '#app/platform/events/fault_point'
import { Current, SYSTEM } from '#app/platform/database/current'
import BlockedAddress from '#app/deliveries/blocked_address'
import type { HandOver } from '#app/deliveries/channel'
import { channels } from '#app/deliveries/channels'
import { partingKinds } from '#app/deliveries/mail_kinds'
import { DeliveryAttempt } from '#app/deliveries/delivery_attempt'
import Delivery, { RECIPIENT_GONE, type DeliveryChannel } from '#app/deliveries/delivery'
import { recordSent, type Sent } from '#app/deliveries/sent_deliveries'

type Prepared = { delivery: Delivery; handOver: HandOver }

/** Sends what a company owes to somebody, and records what the provider answered. What a closed company owes waits until it opens. */
export default class DeliverySender extends Sender {
  static sender = 'delivery'

  #preparing = new Together((tenantId, ids: string[]) =>
    Current.run({ tenantId, actor: SYSTEM }, () => prepare(ids))
  )
  #sent = new Together((tenantId, sent: Sent[]) => recordSent(tenantId, sent).then(() => []))

  // Delivery by delivery by the key, whatever is said to wait: the planner's counts are of before a flood. Hence the state is
  // compared as an expression, so that no index begins with it, and the companies are looked up before.
  async claim(trx: TransactionClientContract, turns: Turn[]) {
    const now = DateTime.utc().toISO()
    const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
      `with turn as materialized (
         select turn.*, tenants.state = 'active' as is_open
         from unnest(cast(:companies as uuid[]), cast(:ids as uuid[])) as turn (tenant_id, delivery_id)
         join tenants on tenants.id = turn.tenant_id
       )
       update deliveries set state = 'sending', attempts = attempts + 1, claimed_at = :now, next_try_at = null, updated_at = :now,
         tries = tries || jsonb_build_array(jsonb_build_object('startedAt', cast(:now as text)))
       from turn
       where deliveries.tenant_id = turn.tenant_id and deliveries.id = turn.delivery_id and deliveries.state || '' = 'queued'
         and (turn.is_open or kind = any(:parting))
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
    const prepared = await this.#preparing.do(tenantId, subjectId)
    if (!prepared) return
    const { delivery, handOver } = prepared
    const outcome = await handOver()
    faultPoint('mail.answered')
    const isOutOfOrder = await provider.heard(outcome)
    if (outcome.state === 'sent')
      await this.#sent.do(tenantId, { id: subjectId, provider: provider.name, outcome })
    else
      await Current.run({ tenantId, actor: SYSTEM }, () =>
        new DeliveryAttempt(delivery).fail(outcome, { provider: provider.name, isOutOfOrder })
      )
  }
}

/** Of each what hands it over; null for what turns out not to be wanted any more. */
async function prepare(ids: string[]): Promise<(Prepared | null)[]> {
  Current.remember([])
  const deliveries = byId(await Delivery.each(ids))
  const mails = [...deliveries.values()].filter(({ channel }) => channel === 'mail')
  const blocked =
    mails.length > 0 ? await BlockedAddress.among(mails.map(({ recipient }) => recipient)) : null
  const prepared: (Prepared | null)[] = []
  for (const delivery of ids.map((id) => deliveries.get(id)!)) {
    const isGone = await delivery.isRecipientGone()
    const refusal = isGone ? RECIPIENT_GONE : blocked?.get(delivery.recipient)?.refusal
    if (refusal) await new DeliveryAttempt(delivery).decline(refusal)
    const channel = channels[delivery.channel as DeliveryChannel]
    prepared.push(refusal ? null : { delivery, handOver: await channel.prepare(delivery) })
  }
  return prepared
}
