import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { newId } from '#app/platform/ids'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint, { type EndpointDraft } from '#app/webhooks/webhook_endpoint'
import WebhookReleaseTimer from '#app/webhooks/webhook_release_timer'
import WebhookRetryTimer from '#app/webhooks/webhook_retry_timer'
import WebhookSender from '#app/webhooks/webhook_sender'
import WebhookWorker from '#app/webhooks/webhook_worker'
import { sendNow } from '#tests/deliveries'
import { makeCompany, type Company } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

/** A company with an endpoint, and the steps between an event and its receiver, one by one. */
export async function withEndpoint(draft: Partial<EndpointDraft> & { url: string }, company?: Company) {
  const own = company ?? (await makeCompany())
  const { inside, tenant, admin, as } = own
  const endpoint = await as(admin, () =>
    WebhookEndpoint.register({ description: '', events: null, ...draft })
  )
  const present = () => inside(() => WebhookEndpoint.findOrFail(endpoint.id))
  const log = () => inside(() => WebhookDelivery.ofEndpoint(endpoint.id).orderBy('id'))
  const turnsLeft = async (): Promise<{ subject_id: string }[]> =>
    db.connection('system').from('turns').where({ tenant_id: tenant.id, sender: 'webhook' }).orderBy('seq')
  let last = newId()
  return {
    ...own,
    id: endpoint.id,
    secret: await inside(async () => (await WebhookEndpoint.findOrFail(endpoint.id)).secrets[0]),
    present,
    log,
    turnsLeft,
    /** Something happens. */
    happen: () => inside(() => receiveLead()),
    /** What happened since the last time is handed to the worker, twice, as a broker may. */
    async owe() {
      const since = last
      last = newId()
      await handOverAfter(since, tenant.id, WebhookWorker)
      await handOverAfter(since, tenant.id, WebhookWorker)
    },
    /** Sends all whose turn it is. */
    async send() {
      for (const { subject_id: subjectId } of await turnsLeft())
        await sendNow(new WebhookSender(), { tenantId: tenant.id, subjectId })
    },
    retry: (deliveryId: string) =>
      inside(() => new WebhookRetryTimer().handle({ tenantId: tenant.id, deliveryId })),
    release: () =>
      inside(() => new WebhookReleaseTimer().handle({ tenantId: tenant.id, endpointId: endpoint.id })),
    at: <T>(moment: DateTime, work: () => Promise<T>) => clock.during(moment, work),
    audit: () =>
      inside(() => db.from('events').where({ subject_id: endpoint.id, audited: true }).orderBy('id')),
  }
}

/** When something of a company is to happen, the soonest first. */
export async function timersOf(tenantId: string, timer: string): Promise<number[]> {
  const jobs: { start_after: Date }[] = await db
    .connection('owner')
    .from('pgboss.job')
    .whereRaw(`data->>'timer' = ? and data->'data'->>'tenantId' = ? and state < 'active'`, [timer, tenantId])
    .orderBy('start_after')
  return jobs.map(({ start_after: at }) => at.getTime())
}
