import { crm } from '#plugins/crm/manager'
import type { CrmCustomer, NewCrmCustomer } from '#plugins/crm/contract'
import { likelyDuplicatesOf } from '#app/customers/customer_duplicates'

type Intake = { customer: CrmCustomer; duplicates: null } | { customer: null; duplicates: string[] }

/** Takes a customer in, unless that may be somebody known already: then a person has to look first. */
export async function takeIn({
  isAnother,
  ...fields
}: NewCrmCustomer & { country: string; isAnother?: boolean }): Promise<Intake> {
  const duplicates = isAnother ? [] : await likelyDuplicatesOf(fields)
  if (duplicates.length > 0) return { customer: null, duplicates: duplicates.map(({ id }) => id) }
  const adapter = await crm.use()
  return { customer: await adapter.create(fields), duplicates: null }
}
