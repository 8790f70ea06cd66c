import { Exception } from '@adonisjs/core/exceptions'

/** What this process was started with does not do; the message says what to change. */
export class SettingError extends Exception {}

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
]
/** The states in which PostgreSQL turns a login away. */
const REFUSED = ['28000', '28P01', '3D000', '53300', '57P03']
const DATABASE = 'DATABASE_URL, DATABASE_SYSTEM_URL'

type Failure = Error & {
  code?: string
  help?: string
  errors?: Failure[]
  address?: string
  hostname?: string
  port?: number
}

/** What to tell whoever started it, or null when only the whole error can say more. */
function adviceOn(error: Failure): string | null {
  const [cause = error] = error?.errors ?? []
  if (!(cause instanceof Error)) return null
  const { code = '', message, help } = cause
  if (cause instanceof SettingError || code === 'E_INVALID_ENV_VARIABLES') {
    return [message, help].filter(Boolean).join('\n')
  } else if (UNREACHABLE.includes(code)) {
    const place = [cause.address ?? cause.hostname, cause.port].filter(Boolean).join(':')
    return `Nothing answers at ${place || 'the address'} (${code}): check ${DATABASE} and that the database runs`
  } else if (REFUSED.includes(code)) {
    return `The database turns this login away (${message}): check ${DATABASE}`
  } else {
    return null
  }
}

/** The last words of a process that cannot start. */
export async function lastWordsOn(error: unknown, otherwise: (error: unknown) => unknown) {
  const advice = adviceOn(error as Failure)
  if (advice) process.stderr.write(`Latchkey cannot start: ${advice}\n`)
  else await otherwise(error)
  process.exit(1)
}
