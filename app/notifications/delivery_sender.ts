import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { appUrl } from '#config/app'
import { post, type Outcome } from '#app/platform/posting'
import type { Provider } from '#app/platform/provider'
import { Sender } from '#app/platform/sender'
import type { Turn } from '#app/platform/turns'
import { faultPoint } from '#app/platform/fault_point'
import { Current, SYSTEM } from '#app/platform/current'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import Invitation from '#app/identity/invitation'
import Tenant from '#app/tenancy/tenant'
import Delivery from '#app/notifications/delivery'

type Letter = { delivery: Delivery; from: string; html: string; text: string }

/** Sends what a company owes to somebody, and records what the provider answered. */
export default class DeliverySender extends Sender {
  static sender = 'delivery'

  async claim(trx: TransactionClientContract, turns: Turn[]) {
    const now = DateTime.utc().toISO()
    const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
      `update deliveries set state = 'sending', attempts = attempts + 1, claimed_at = :now, next_try_at = null, updated_at = :now,
         tries = tries || jsonb_build_array(jsonb_build_object('startedAt', cast(:now as text)))
       from unnest(cast(:companies as uuid[]), cast(:ids as uuid[])) as turn (tenant_id, delivery_id)
       where deliveries.tenant_id = turn.tenant_id and deliveries.id = turn.delivery_id and state = 'queued'
       returning deliveries.id`,
      { now, companies: turns.map(({ tenantId }) => tenantId), ids: turns.map(({ subjectId }) => subjectId) }
    )
    const claimed = new Set(rows.map(({ id }) => id))
    return turns.filter(({ subjectId }) => claimed.has(subjectId))
  }

  async send({ tenantId, subjectId }: Turn, provider: Provider) {
    const inUnit = <T>(work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
    const letter = await inUnit(() => this.#letterOf(subjectId))
    const outcome = await this.#hand(letter)
    faultPoint('mail.answered')
    const isOutOfOrder = await provider.heard(outcome)
    await inUnit(() => letter.delivery.settle(outcome, { provider: provider.name, isOutOfOrder }))
  }

  async #letterOf(id: string): Promise<Letter> {
    const delivery = await Delivery.findOrFail(id)
    const tenant = await Tenant.current()
    const reveal = await this.#linkOf(delivery)
    return { delivery, from: tenant.name, html: reveal(delivery.bodyHtml), text: reveal(delivery.bodyText) }
  }

  // The secret exists in the letter only: the row keeps the masked link.
  async #linkOf(delivery: Delivery) {
    const { linkKind, linkSubjectId, maskedLink } = delivery
    if (!linkKind) return (body: string) => body
    const link = await mintLink(linkKind as LinkKind, linkSubjectId!)
    return (body: string) => body.replaceAll(maskedLink!, link)
  }

  #hand({ delivery, from, html, text }: Letter): Promise<Outcome> {
    const { id, subject, recipient, recipientName } = delivery
    return post({ id, from, to: { address: recipient, name: recipientName }, subject, html, text })
  }
}

async function mintLink(kind: LinkKind, subjectId: string) {
  if (kind === 'invitation') return (await Invitation.findOrFail(subjectId)).mintLink()
  return `${appUrl}/s/${await LinkToken.mint({ kind, subjectId })}`
}
