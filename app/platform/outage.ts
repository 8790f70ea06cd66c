const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]
/** PostgreSQL starts, stops, has lost the connection, or has none left. */
const DATABASE_AWAY = /^(08\w{3}|57P0[1-3]|53300)$/
const WORDS = /Connection terminated|not queryable|Timeout acquiring a connection/
const BUS_AWAY = 'E_BUS_UNAVAILABLE'

type Failure = Error & { code?: string; errors?: unknown[] }

/** Whether the database or the bus was away: no fault of the work, which is as good as untried. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', message, cause, errors = [] } = error as Failure
  return (
    UNREACHABLE.includes(code) ||
    DATABASE_AWAY.test(code) ||
    WORDS.test(message) ||
    code === BUS_AWAY ||
    isOutage(cause) ||
    errors.some(isOutage)
  )
}
