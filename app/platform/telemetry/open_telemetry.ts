import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TracingConfig } from '#config/tracing'
import type { OpenSpan, Tracer, TraceParent } from '#app/platform/telemetry/tracing'

const TRACE_PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const KINDS = {
  server: SpanKind.SERVER,
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
}

/** Sends spans to the operator's collector, whose address and headers the exporter reads from the standard variables. */
export function openTracer({ serviceName, ratio }: TracingConfig, process: string): Tracer {
  const contexts = new AsyncLocalStorageContextManager().enable()
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'latchkey.process': process }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('latchkey')

  // One that comes from outside begins a trace of its own.
  const parentOf = (parent: TraceParent | undefined) =>
    parent === undefined ? contexts.active() : contextOf(parent)

  return {
    during(name, { kind, attributes, parent }, work) {
      const around = parentOf(parent)
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, around)
      const open: OpenSpan = {
        rename: (better) => span.updateName(better),
        end(more = {}, error) {
          span.setAttributes(more)
          if (error) {
            const { code, name: type } = error as { code?: string; name?: string }
            span.setAttribute('error.type', code ?? type ?? 'Error').setStatus({ code: SpanStatusCode.ERROR })
          }
          span.end()
        },
      }
      return contexts.with(trace.setSpan(around, span), () => work(open))
    },

    mark(name, { kind, attributes, parent }) {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, parentOf(parent))
      span.end()
      return textOf(trace.setSpan(ROOT_CONTEXT, span))
    },

    here: () => textOf(contexts.active()),

    stop: () => provider.shutdown(),
  }
}

function textOf(context: Context): TraceParent {
  const place = trace.getSpanContext(context)
  if (!place || !trace.isSpanContextValid(place)) return null
  return `00-${place.traceId}-${place.spanId}-${place.traceFlags.toString(16).padStart(2, '0')}`
}

function contextOf(parent: TraceParent) {
  const [, traceId, spanId, flags] = TRACE_PARENT.exec(parent ?? '') ?? []
  if (!traceId) return ROOT_CONTEXT
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
