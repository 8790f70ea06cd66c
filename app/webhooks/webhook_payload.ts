import type { DateTime } from 'luxon'
import type { RecordedEvent } from '#app/platform/events/events'
import { TEST_EVENT } from '#app/webhooks/offered_events'

/** What an endpoint is sent, as text: the same bytes are signed and sent at each try. */
export function payloadOf({ name, version, occurredAt, seq, subject, actor, data }: RecordedEvent) {
  return JSON.stringify({
    type: name,
    version,
    timestamp: timestampOf(occurredAt),
    data: { subject, seq, actor: { kind: actor.kind, id: actor.id }, facts: data },
  })
}

export const testPayload = (now: DateTime, endpointId: string) =>
  JSON.stringify({
    type: TEST_EVENT,
    version: 1,
    timestamp: timestampOf(now),
    data: { subject: { type: 'webhook_endpoint', id: endpointId }, facts: {} },
  })

const timestampOf = (moment: DateTime) => moment.toJSDate().toISOString()
