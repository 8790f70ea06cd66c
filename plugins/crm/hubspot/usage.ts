import type { CrmUsage } from '#plugins/crm/contract'

const DAY = 86_400
const NUMBER = /^\d{1,12}$/

/** Of a day in the account's own zone, which is not told; apps that are let in on the screen have no limit of a day, and are told none. */
export function usageIn(headers: Headers): CrmUsage[] {
  const [requests, left] = ['daily', 'daily-remaining'].map((name) => numberIn(headers, name))
  if (requests === null || left === null) return []
  return [{ used: Math.max(0, requests - left), requests, seconds: DAY, resetsAt: null }]
}

function numberIn(headers: Headers, name: string) {
  const said = headers.get(`x-hubspot-ratelimit-${name}`) ?? ''
  return NUMBER.test(said) ? Number(said) : null
}
