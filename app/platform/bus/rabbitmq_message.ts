import type { AsyncMessage } from 'rabbitmq-client'
import { ATTEMPTS } from '#app/platform/bus/rabbitmq_dead_letters'
import type { Bundle } from '#app/platform/bus/bundles'
import type { Message } from '#app/platform/bus/rabbitmq_publisher'
import { pack } from '#app/platform/events/envelope'
import type { RecordedEvent } from '#app/platform/events/events'
import { newId } from '#app/platform/ids'
import type { TraceParent } from '#app/platform/telemetry/tracing'

/** An event of a message, alone in it or in a bundle. */
export type Part = {
  body: unknown
  messageId: string
  contentType?: string
  trace?: TraceParent
  attempts: number
}

const TRACE_PARENT = 'traceparent'
export const traced = (trace?: TraceParent) => (trace ? { [TRACE_PARENT]: trace } : {})

/** A bundle as it travels: an event alone with its trace among the headers, several each with its own. */
export function messageOf({ address, events }: Bundle): Message {
  const [first] = events
  const envelope = { ...address, messageId: first.id }
  return events.length === 1
    ? { envelope: { ...envelope, headers: traced(first.trace) }, body: pack(first) }
    : { envelope, body: events.map(packWithTrace) }
}

const packWithTrace = (event: RecordedEvent) =>
  event.trace ? { ...pack(event), ...traced(event.trace) } : pack(event)

export function partsOf({ body, headers, messageId = newId(), contentType }: AsyncMessage): Part[] {
  if (!isBundle(body)) {
    const [trace, attempts] = [headers?.[TRACE_PARENT], Number(headers?.[ATTEMPTS] ?? 0)]
    return [{ body, messageId, contentType, trace, attempts }]
  }
  return body.map(({ [TRACE_PARENT]: trace, ...event }) => ({
    body: event,
    messageId: event.id,
    contentType,
    trace,
    attempts: 0,
  }))
}

type Packed = { id: string; [TRACE_PARENT]?: TraceParent }

const isBundle = (body: unknown): body is Packed[] =>
  Array.isArray(body) && body.length > 0 && body.every((one) => typeof one?.id === 'string')
