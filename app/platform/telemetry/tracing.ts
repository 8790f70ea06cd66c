import tracingConfig from '#config/tracing'
import type { RecordedEvent } from '#app/platform/events/events'

/** The place of a span, as W3C trace context writes it: ids only. It travels with rows and messages. */
export type TraceParent = string | null

export type SpanKind = 'server' | 'internal' | 'producer' | 'consumer' | 'client'
export type Attributes = Record<string, string | number | boolean>
type Described = { kind: SpanKind; attributes?: Attributes; parent?: TraceParent }

export type OpenSpan = { rename(name: string): void; end(attributes?: Attributes, error?: unknown): void }

/** What a tracer can do; the one of OpenTelemetry is loaded where the environment asks for it. */
export interface Tracer {
  /** Runs `work` inside a span that `end` closes. */
  during<T>(name: string, described: Described, work: (span: OpenSpan) => T): T
  /** A span without a length, and its place. */
  mark(name: string, described: Described): TraceParent
  here(): TraceParent
  stop(): Promise<void>
}

let tracer: Tracer | undefined
let leaveStatements = () => {}

/** Off unless configured: then each of these is one comparison. */
export const tracing = {
  async start(process: string) {
    if (!tracingConfig.endpoint || tracer) return
    const { openTracer } = await import('#app/platform/telemetry/open_telemetry')
    const { traceStatements } = await import('#app/platform/telemetry/database_spans')
    tracer = openTracer(tracingConfig, process)
    leaveStatements = traceStatements()
  },

  async stop() {
    leaveStatements()
    await tracer?.stop()
    tracer = undefined
  },

  /** A span for the length of `work`. */
  async span<T>(name: string, described: Described, work: () => Promise<T>): Promise<T> {
    if (!tracer) return work()
    return tracer.during(name, described, async (span) => {
      try {
        const result = await work()
        span.end()
        return result
      } catch (error) {
        span.end({}, error)
        throw error
      }
    })
  },

  /** The same, where somebody else knows the end. */
  begin<T>(name: string, described: Described, work: (span: OpenSpan | null) => T): T {
    return tracer ? tracer.during(name, described, work) : work(null)
  },

  /** That an event was recorded here. */
  eventRecorded(name: string, id: string): TraceParent {
    return (
      tracer?.mark(`record ${name}`, { kind: 'internal', attributes: { 'latchkey.event_id': id } }) ?? null
    )
  },

  /** From now on the events belong to the spans of their publishing. */
  async published<T>(events: RecordedEvent[], work: () => Promise<T>): Promise<T> {
    if (!tracer) return work()
    const traced = events.filter(({ trace }) => trace)
    const open: OpenSpan[] = []
    for (const event of traced) {
      const attributes = { 'messaging.message.id': event.id, 'messaging.destination.name': event.name }
      tracer.during(
        `publish ${event.name}`,
        { kind: 'producer', attributes, parent: event.trace },
        (span) => {
          open.push(span)
          event.trace = tracer!.here()
        }
      )
    }
    try {
      return await work()
    } finally {
      for (const span of open) span.end()
    }
  },

  here: (): TraceParent => tracer?.here() ?? null,
}

/** An event as it arrived, with the span it belongs to where it has one. */
export const ofTrace = (event: RecordedEvent, trace?: TraceParent): RecordedEvent =>
  trace ? { ...event, trace } : event
