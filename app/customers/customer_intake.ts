import type { CrmCustomer, NewCrmCustomer } from '#plugins/crm/contract'
import type User from '#app/identity/user'
import { duplicatesFor } from '#app/customers/customer_duplicates'
import { customerSystem } from '#app/customers/customer_system'

type Form = NewCrmCustomer & { country: string; isAnother?: boolean; submissionKey?: string }
export type Duplicates = Awaited<ReturnType<typeof duplicatesFor>>
export type Intake = { customer: CrmCustomer; duplicates: null } | { customer: null; duplicates: Duplicates }

/** Takes a customer in, unless that may be somebody known already: then a person has to look first. Sent again, it is the same one. */
export async function takeIn({ isAnother, submissionKey, ...fields }: Form, by: User): Promise<Intake> {
  const known = submissionKey && (await customerSystem.takenInBefore(submissionKey))
  if (known) return { customer: known, duplicates: null }
  const duplicates = isAnother ? null : await duplicatesFor(fields, by)
  return duplicates && (duplicates.ids.length > 0 || duplicates.isOneHidden)
    ? { customer: null, duplicates }
    : { customer: await customerSystem.create(fields, submissionKey), duplicates: null }
}
