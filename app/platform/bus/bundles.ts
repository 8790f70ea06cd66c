import type { RecordedEvent } from '#app/platform/events/events'

/** So many events travel as one message, with so many characters of data: the broker takes none of more than 16 MiB. */
export const BUNDLE = { events: 64, characters: 1_000_000 }

export type Address = { exchange: string; routingKey: string }
export type Bundle = { address: Address; events: RecordedEvent[] }
/** One that takes more. */
type OpenBundle = Bundle & { characters: number }

/**
 * Most of what an event costs the broker is that it is a message: what stands behind others travels in bundles, each of one
 * company to one address, and what happened in a company keeps its order.
 */
export function bundlesOf(
  events: RecordedEvent[],
  addressOf: (event: RecordedEvent) => Address,
  behind?: Set<string>
) {
  const bundles: Bundle[] = []
  const open = new Map<string, OpenBundle>()
  for (const event of events) {
    const address = addressOf(event)
    if (!behind?.has(event.id)) {
      bundles.push({ address, events: [event] })
      continue
    }
    const characters = JSON.stringify(event.data).length
    const last = open.get(event.tenantId)
    if (last && hasRoom(last, address, characters)) {
      last.events.push(event)
      last.characters += characters
    } else {
      const bundle = { address, events: [event], characters }
      bundles.push(bundle)
      open.set(event.tenantId, bundle)
    }
  }
  return bundles
}

function hasRoom({ address, events, characters }: OpenBundle, to: Address, more: number) {
  const isLeft = events.length < BUNDLE.events && characters + more <= BUNDLE.characters
  return isLeft && address.routingKey === to.routingKey
}
