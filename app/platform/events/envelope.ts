import { DateTime } from 'luxon'
import { PoisonError } from '#app/platform/bus/bus'
import type { RecordedEvent } from '#app/platform/events/events'

const VERSION = 1
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An event as it travels. A reader refuses a version it does not know instead of guessing. */
export function pack(event: RecordedEvent): object {
  return { v: VERSION, ...event, occurredAt: event.occurredAt.toJSDate().toISOString(), trace: undefined }
}

export function unpack(body: unknown): RecordedEvent {
  const envelope = parse(body)
  if (envelope.v !== VERSION) throw new PoisonError(`This is not an event envelope of version ${VERSION}`)
  const { v, ...event } = envelope
  const occurredAt = Date.parse(String(event.occurredAt))
  const isWhole =
    UUID.test(String(event.id)) &&
    UUID.test(String(event.tenantId)) &&
    typeof event.name === 'string' &&
    typeof event.subject === 'object' &&
    typeof event.actor === 'object' &&
    !Number.isNaN(occurredAt)
  if (!isWhole) throw new PoisonError('The event envelope lacks its id, tenant, name, subject, actor or time')
  return Object.assign(event, {
    occurredAt: DateTime.fromMillis(occurredAt, { zone: 'utc' }),
  }) as unknown as RecordedEvent
}

function parse(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body))
    return body as Record<string, unknown>
  throw new PoisonError('The message is not JSON')
}
