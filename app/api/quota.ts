import type { HttpContext } from '@adonisjs/core/http'
import { requestsPerMinute } from '#config/api'
import { QuotaExceededError } from '#app/api/errors'

type Name = keyof typeof requestsPerMinute

const MINUTE = 60_000
const counts = new Map<string, number>()
let minute = 0

/**
 * Counts requests by the minute. Each process counts for itself, since a shared counter would cost every read a
 * write: N processes let up to N times as many through.
 */
export function spend({ response }: HttpContext, keys: Partial<Record<Name, string>>) {
  const now = Date.now()
  beginMinute(Math.floor(now / MINUTE))
  const resetIn = Math.ceil((MINUTE - (now % MINUTE)) / 1000)
  const policies = (Object.entries(keys) as [Name, string][]).map(([name, key]) => ({
    name,
    quota: requestsPerMinute[name],
    left: requestsPerMinute[name] - count(`${name}:${key}`),
  }))
  response.header(
    'RateLimit-Policy',
    policies.map(({ name, quota }) => `"${name}";q=${quota};w=60`).join(', ')
  )
  response.header(
    'RateLimit',
    policies.map(({ name, left }) => `"${name}";r=${Math.max(left, 0)};t=${resetIn}`).join(', ')
  )
  if (policies.some(({ left }) => left < 0)) throw new QuotaExceededError(resetIn)
}

function count(key: string) {
  const times = (counts.get(key) ?? 0) + 1
  counts.set(key, times)
  return times
}

function beginMinute(current: number) {
  if (current === minute) return
  minute = current
  counts.clear()
}
