import type { RecordedEvent } from '#app/platform/events/events'

/** Events that travel as one message. */
export const BUNDLE = 32

export type Address = { exchange: string; routingKey: string }
export type Bundle = { address: Address; events: RecordedEvent[] }

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
  const open = new Map<string, Bundle>()
  for (const event of events) {
    const address = addressOf(event)
    const last = behind?.has(event.id) ? open.get(event.tenantId) : undefined
    if (last && last.events.length < BUNDLE && last.address.routingKey === address.routingKey) {
      last.events.push(event)
    } else {
      const bundle = { address, events: [event] }
      bundles.push(bundle)
      if (behind?.has(event.id)) open.set(event.tenantId, bundle)
    }
  }
  return bundles
}
