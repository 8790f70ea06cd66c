import type { Data } from '@generated/data'

type Endpoint = Data.Webhooks.WebhookEndpoint
type Delivery = Data.Webhooks.WebhookDelivery

/** How an endpoint is doing, as a badge shows it. */
export function healthOf({ state, failingSince, lastSuccessAt }: Endpoint) {
  if (state === 'paused') return { status: 'pending', label: 'Paused' }
  if (failingSince) return { status: 'failed', label: 'Failing' }
  return lastSuccessAt ? { status: 'active', label: 'Working' } : { status: 'new', label: 'Nothing sent yet' }
}

/** What became of a delivery: the badge, and the word in filters. */
export const DELIVERY_WORDS: Record<Delivery['state'], { status: string; label: string }> = {
  queued: { status: 'queued', label: 'On the way' },
  held: { status: 'pending', label: 'Waiting' },
  sending: { status: 'sending', label: 'On the way' },
  delivered: { status: 'sent', label: 'Delivered' },
  failed: { status: 'failed', label: 'Failed' },
}

/** The events by what they are about: `lead.created` under `lead`. */
export function eventsBySubject(names: string[]) {
  const groups = Map.groupBy(names, (name) => name.split('.')[0])
  return [...groups].map(([subject, events]) => {
    const words = subject.replaceAll('_', ' ')
    return { subject, label: `${words.charAt(0).toUpperCase()}${words.slice(1)}s`, events }
  })
}

export const eventsInWords = (events: string[] | null) =>
  events === null ? 'All events' : events.length === 1 ? events[0] : `${events.length} kinds of events`
