import type { CrmUsage } from '#plugins/crm/contract'

const DAY = 86_400

/** `api-usage=18/5000`: of the company's requests in any 24 hours, all its programs together. Another part of the header is of one app alone. */
export function usageIn(headers: Headers): CrmUsage[] {
  const said = headers.get('sforce-limit-info') ?? ''
  const [, used, most] = /(?<![\w-])api-usage=(\d{1,12})\/(\d{1,12})/.exec(said) ?? []
  return most ? [{ used: Number(used), requests: Number(most), seconds: DAY, resetsAt: null }] : []
}
