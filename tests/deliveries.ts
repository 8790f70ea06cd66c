import { acrossTenants } from '#app/platform/database/current'
import { Provider } from '#app/platform/sending/provider'
import type { Sender } from '#app/platform/sending/sender'
import Delivery from '#app/deliveries/delivery'
import DeliverySender from '#app/deliveries/delivery_sender'
import { unique, type Company } from '#tests/factories'

type Of = Pick<Company, 'tenant'>

/** A provider of its own, so that what one test does to it is nobody else's trouble. */
export async function makeProvider(rate: { text: string; perSecond: number } | null = null) {
  const provider = new Provider({
    name: unique('provider'),
    label: 'Test',
    rate,
    concurrency: 12,
    perCompany: 8,
  })
  await provider.register()
  return provider
}

/** Sends one now, as if its turn had come. */
export async function sendNow(
  sender: Sender,
  turn: { tenantId: string; subjectId: string },
  provider?: Provider
) {
  const { sender: name } = sender.constructor as unknown as { sender: string }
  const turns = [{ ...turn, sender: name }]
  const [claimed] = await acrossTenants(async (trx) => {
    await trx.from('turns').where({ sender: name, subject_id: turn.subjectId }).delete()
    return sender.claim(trx, turns)
  })
  if (claimed) await sender.send(claimed, provider ?? (await makeProvider()))
}

export const sendDelivery = ({ tenant }: Of, id: string, provider?: Provider) =>
  sendNow(new DeliverySender(), { tenantId: tenant.id, subjectId: id }, provider)

/** Sends all that a company owes now. */
export async function sendDeliveries(company: Of) {
  const owed = await Delivery.query({ connection: 'system' })
    .where({ tenantId: company.tenant.id, state: 'queued' })
    .whereNull('nextTryAt')
    .orderBy('id')
  for (const { id } of owed) await sendDelivery(company, id)
}
