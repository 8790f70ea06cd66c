import { appUrl } from '#config/app'

type Thrown = Error & {
  status?: number
  code?: string
  title?: string
  messages?: { field: string; message: string; rule: string }[]
  retryAfter?: number
  headers?: Record<string, string>
}

type FieldProblem = { pointer: string; detail: string; code: string }

const WORDS: Record<number, [title: string, detail: string]> = {
  400: ['This request could not be read', 'Something in the request was not in the expected form.'],
  401: ['Sign in first', 'Your session has ended or the access token is not valid.'],
  403: [
    'This is not yours to do',
    'Your role does not allow it. An administrator of your company can change that.',
  ],
  404: ['There is nothing here', 'The address may be mistyped, or the page was moved or removed.'],
  405: ['This cannot be done here', 'The address exists, but not for this kind of request.'],
  409: ['Somebody was faster', 'This was changed meanwhile. Reload the page and try again.'],
  412: ['This has changed', 'It is not as you know it any more. Read it again first.'],
  413: ['This is too large', 'Send less at once: fewer or smaller files.'],
  419: ['This page was open for too long', 'For your safety it has expired. Reload the page and try again.'],
  422: ['Something needs another look', 'Some of the values cannot be saved as they are.'],
  429: ['That was a lot at once', 'Wait a moment, then try again.'],
  500: ['Something broke on our side', 'It is not your fault, and it has been noted. Try again in a moment.'],
  503: ['We will be right back', 'The service cannot answer right now. Try again in a moment.'],
}

// What the database says when it is away, busy, or refused two writers the same thing.
const OUTSIDE: Record<string, number> = {
  ECONNREFUSED: 503,
  ECONNRESET: 503,
  '53300': 503,
  '57P01': 503,
  '57P03': 503,
  '40001': 503,
  '40P01': 503,
  '23505': 409,
  E_BAD_CSRF_TOKEN: 419,
}

/** RFC 9457, as it is sent. */
export type ProblemDocument = ReturnType<Problem['toJSON']> & { instance: string; requestId: string }

/** What went wrong, in words for the person or program that asked. Never carries the inside of an unexpected error. */
export class Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldProblem[]
  readonly retryAfter?: number
  readonly headers: Record<string, string>

  constructor(thrown: unknown) {
    const error = (thrown instanceof Error ? thrown : new Error(String(thrown))) as Thrown
    const status = statusOf(error)
    const [title, detail] = WORDS[status] ?? WORDS[status < 500 ? 400 : 500]
    this.status = status
    this.title = error.title ?? title
    this.detail = isOurs(error) ? error.message : detail
    this.code = isOurs(error) || error.code?.startsWith('E_') ? error.code! : `E_HTTP_${status}`
    this.errors = (error.messages ?? []).map(({ field, message, rule }) => ({
      pointer: `#/${field.replaceAll('.', '/')}`,
      detail: message,
      code: rule,
    }))
    this.headers = error.headers ?? (status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {})
    this.retryAfter = error.retryAfter ?? (status === 503 ? 5 : undefined)
  }

  get isExpected() {
    return this.status < 500
  }

  /** Where the description of the API explains it. */
  get anchor() {
    return anchorOf(this.code)
  }

  /** RFC 9457. */
  toJSON() {
    return {
      type: `${appUrl}/api/docs#${this.anchor}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      code: this.code,
      ...(this.errors.length > 0 && { errors: this.errors }),
    }
  }
}

export const anchorOf = (code: string) => code.replace(/^E_/, '').toLowerCase().replaceAll('_', '-')

function statusOf(error: Thrown) {
  const status = OUTSIDE[error.code ?? ''] ?? (error.name === 'KnexTimeoutError' ? 503 : error.status)
  return status && status >= 400 && status < 600 ? status : 500
}

// Only our own typed errors (static status and message) are written for the reader; the framework's are not.
function isOurs(error: Thrown) {
  const type = error.constructor as { message?: string; status?: number; code?: string }
  return type.message !== undefined && type.status !== undefined && !FRAMEWORK.has(error.code ?? '')
}

const FRAMEWORK = new Set([
  'E_ROUTE_NOT_FOUND',
  'E_ROW_NOT_FOUND',
  'E_UNAUTHORIZED_ACCESS',
  'E_INVALID_CREDENTIALS',
])
