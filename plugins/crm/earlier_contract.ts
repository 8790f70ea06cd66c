import type { CrmAdapter } from '#plugins/crm/contract'
import { CrmNotSupportedError } from '#plugins/crm/errors'

/** What version 2 of the contract brought, in the words of who cannot do it. */
const SINCE_2 = {
  fields: 'tell its fields',
  changes: 'tell what has changed',
  missing: 'tell what is missing',
} as const

/** An adapter of the version before says of all that is new that it cannot do it. */
export function asOfToday(adapter: CrmAdapter, contract = 1): CrmAdapter {
  if (contract >= 2) return adapter
  const capabilities = { ...adapter.capabilities, fields: false, changes: false, places: {} }
  const refusals = Object.entries(SINCE_2).map(([member, what]) => [
    member,
    () => Promise.reject(new CrmNotSupportedError(adapter.name, what)),
  ])
  Object.defineProperty(adapter, 'capabilities', { value: capabilities })
  return Object.assign(adapter, Object.fromEntries(refusals))
}
