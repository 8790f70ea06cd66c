const FACT = /^[\w.:+-]{1,40}$/

/** The shape of an event's data with its plain facts: no text that people wrote, and nothing that could be a secret. */
export function masked(value: unknown): unknown {
  if (typeof value === 'string') return FACT.test(value) ? value : `••• (${value.length} characters)`
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedUnder(key, inner)]))
}

const SECRET = /secret|token|password|code|key|hash|name|phone|mail/i

const maskedUnder = (key: string, value: unknown) =>
  typeof value === 'string' && SECRET.test(key) && !/Id$/.test(key) ? '•••' : masked(value)
