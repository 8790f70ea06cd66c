import type { CrmWebhook, CrmHint } from '#plugins/crm/contract'
import { CrmForgedError } from '#plugins/crm/errors'

type HubSpotEvent = Partial<
  Record<(typeof NAMED)[number] | 'eventId' | 'portalId' | 'occurredAt', number>
> & {
  subscriptionType?: string
  objectTypeId?: string
  mergedObjectIds?: number[]
}

/** Of a merge, the contact that was made of both may be another than either. */
const NAMED = ['objectId', 'primaryObjectId', 'newObjectId'] as const
/** Contacts, in subscriptions that name no kind of object. */
const CONTACT_TYPE = '0-1'
const MOST = 100
/** HubSpot signs addresses with these in plain. */
const PLAIN = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi

/**
 * HubSpot's webhooks (v3, signature v3; no earlier signature is taken): contacts that were made, changed, merged, deleted or
 * restored. The same is sent again until we answer; `eventId` alone is not promised to be unique.
 */
export function hintsIn(webhook: CrmWebhook): CrmHint[] {
  const at = webhook.header('x-hubspot-request-timestamp')
  const url = webhook.url.replace(PLAIN, decodeURIComponent)
  const text = `${webhook.method}${url}${webhook.body}${at}`
  const isTheirs = webhook.isSigned(text, webhook.header('x-hubspot-signature-v3'))
  if (!isTheirs || !webhook.isOfNow(at)) throw new CrmForgedError()
  return eventsIn(webhook.body).map((event) => ({
    key: [
      event.eventId,
      event.subscriptionType,
      event.objectId ?? event.primaryObjectId,
      event.occurredAt,
    ].join(),
    account: String(event.portalId),
    ids: isOfContact(event) ? idsIn(event) : [],
  }))
}

function eventsIn(body: string) {
  const events: unknown = JSON.parse(body)
  return (Array.isArray(events) ? events.slice(0, MOST) : []).filter(
    (one): one is HubSpotEvent => typeof one === 'object' && one !== null
  )
}

const isOfContact = ({ subscriptionType, objectTypeId }: HubSpotEvent) =>
  subscriptionType?.startsWith('contact.') || objectTypeId === CONTACT_TYPE

function idsIn(event: HubSpotEvent) {
  const merged = Array.isArray(event.mergedObjectIds) ? event.mergedObjectIds : []
  const ids = [...NAMED.map((name) => event[name]), ...merged].filter((id) => Number.isSafeInteger(id))
  return [...new Set(ids.map(String))]
}
