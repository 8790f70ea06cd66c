import type { CrmDelivery, CrmHint } from '#plugins/crm/contract'
import { CrmForgedError } from '#plugins/crm/errors'

type Told = Partial<Record<(typeof NAMED)[number] | 'eventId' | 'portalId' | 'occurredAt', number>> & {
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
 * What HubSpot tells (webhooks v3, signature v3; no earlier signature is taken): of contacts that were made, changed, merged,
 * deleted or restored. The same is told again until we answer; `eventId` alone is not promised to be unique.
 */
export function hintsIn(delivery: CrmDelivery): CrmHint[] {
  const at = delivery.header('x-hubspot-request-timestamp')
  const url = delivery.url.replace(PLAIN, decodeURIComponent)
  const text = `${delivery.method}${url}${delivery.body}${at}`
  const isTheirs = delivery.isSigned(text, delivery.header('x-hubspot-signature-v3'))
  if (!isTheirs || !delivery.isOfNow(at)) throw new CrmForgedError()
  return toldIn(delivery.body).map((told) => ({
    key: [told.eventId, told.subscriptionType, told.objectId ?? told.primaryObjectId, told.occurredAt].join(),
    account: String(told.portalId),
    ids: isOfContact(told) ? idsIn(told) : [],
  }))
}

function toldIn(body: string) {
  const told: unknown = JSON.parse(body)
  return (Array.isArray(told) ? told.slice(0, MOST) : []).filter(
    (one): one is Told => typeof one === 'object' && one !== null
  )
}

const isOfContact = ({ subscriptionType, objectTypeId }: Told) =>
  subscriptionType?.startsWith('contact.') || objectTypeId === CONTACT_TYPE

function idsIn(told: Told) {
  const merged = Array.isArray(told.mergedObjectIds) ? told.mergedObjectIds : []
  const ids = [...NAMED.map((name) => told[name]), ...merged].filter((id) => Number.isSafeInteger(id))
  return [...new Set(ids.map(String))]
}
