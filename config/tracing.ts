import env from '#start/env'

/** Where spans go; without it there are none, and nothing of OpenTelemetry is loaded. */
const endpoint = env.get('OTEL_EXPORTER_OTLP_ENDPOINT')

export type TracingConfig = typeof tracingConfig

const tracingConfig = {
  endpoint,
  serviceName: env.get('OTEL_SERVICE_NAME') ?? 'latchkey',
  /** The part of traces that is kept, from 0 to 1. */
  ratio: Number(env.get('OTEL_TRACES_SAMPLER_ARG') ?? 1),
}

export default tracingConfig
