import { escapeLiteral } from 'pg'
import { DateTime } from 'luxon'
import { Current, SYSTEM } from '#app/platform/database/current'
import type { Outcome } from '#app/platform/sending/posting'
import { DeliverySent } from '#app/deliveries/delivery_events'
import { endOf } from '#app/deliveries/delivery_try'

export type Sent = { id: string; provider: string; outcome: Extract<Outcome, { state: 'sent' }> }
type Row = { id: string; kind: string; channel: string }

/** What the provider has taken. Who claimed it too late, or was given up meanwhile, changes nothing any more. */
export async function recordSent(tenantId: string, sent: Sent[]) {
  const unit = { tenantId, actor: SYSTEM }
  await Current.startingWith<Row>(unit, statement(tenantId, sent), async (rows) => {
    for (const { id, ...about } of rows) await DeliverySent.record({ id }, about)
  })
}

function statement(tenantId: string, sent: Sent[]) {
  const now = DateTime.utc()
  const rows = sent.map(({ id, provider, outcome }) => ({
    id,
    provider_id: outcome.providerId,
    end: { provider, ...endOf(outcome, now) },
  }))
  const at = escapeLiteral(now.toISO())
  return `update deliveries set state = 'sent', sent_at = ${at}, updated_at = ${at}, error_code = null, error = null,
      provider_id = one.provider_id, tries = jsonb_set(tries, '{-1}', tries -> -1 || one."end")
    from json_to_recordset(${escapeLiteral(JSON.stringify(rows))}) as one (id uuid, provider_id text, "end" jsonb)
    where deliveries.tenant_id = ${escapeLiteral(tenantId)} and deliveries.id = one.id and state = 'sending'
    returning deliveries.id, kind, channel`
}
