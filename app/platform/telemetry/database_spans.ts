import pg from 'pg'
import { tracing, type OpenSpan } from '#app/platform/telemetry/tracing'

type Query = (this: unknown, ...given: unknown[]) => unknown
type Answered = (error: Error | null, ...rest: unknown[]) => void

const FIRST = /^\s*(?:with\b[\s\S]*?\)\s*(?=select|insert|update|delete))?(\w+)/i
const TABLE = /\b(?:from|into|update|join)\s+"?(?:\w+"?\."?)?(\w+)/i

/**
 * From now on each statement inside a span has one of its own: what it does to which table, never its text, since
 * texts that are sent together with a COMMIT carry values.
 * @see https://opentelemetry.io/docs/specs/semconv/database/database-spans/
 */
export function traceStatements() {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const { query } = prototype
  prototype.query = function (...given) {
    const text = textOf(given[0])
    if (text === undefined || !tracing.here()) return query.apply(this, given)
    return tracing.begin(nameOf(text), about(text), (span) =>
      ended(span!, given, () => query.apply(this, given))
    )
  }
  return () => {
    prototype.query = query
  }
}

/** Whoever asks hears by a callback, or by a promise. */
function ended(span: OpenSpan, given: unknown[], ask: () => unknown) {
  const place = given.findLastIndex((one) => typeof one === 'function')
  if (place === -1) {
    const asked = ask() as Promise<unknown>
    asked.then(
      () => span.end(),
      (error) => span.end({}, error)
    )
    return asked
  }
  const answered = given[place] as Answered
  given[place] = ((error, ...rest) => {
    span.end({}, error ?? undefined)
    answered(error, ...rest)
  }) satisfies Answered
  return ask()
}

const operationOf = (text: string) => (FIRST.exec(text)?.[1] ?? 'query').toUpperCase()
const tableOf = (text: string) => TABLE.exec(text)?.[1]
const nameOf = (text: string) => [operationOf(text), tableOf(text)].filter(Boolean).join(' ')

function about(text: string) {
  const [operation, table] = [operationOf(text), tableOf(text)]
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation }
  return {
    kind: 'client' as const,
    attributes: table ? { ...attributes, 'db.collection.name': table } : attributes,
  }
}

// One that brings its own way of being read (a cursor) is left alone.
function textOf(query: unknown) {
  if (typeof query === 'string') return query
  const { text, submit } = (query ?? {}) as { text?: string; submit?: unknown }
  return submit ? undefined : text
}
