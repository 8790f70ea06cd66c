import { errors } from '@vinejs/vine'
import { crm } from '#plugins/crm/manager'
import { CrmRejectedError } from '#plugins/crm/errors'
import type { CrmCustomer, NewCrmCustomer } from '#plugins/crm/contract'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import { likelyDuplicatesOf } from '#app/customers/customer_duplicates'

type Form = NewCrmCustomer & { country: string; isAnother?: boolean }
export type Intake = { customer: CrmCustomer; duplicates: null } | { customer: null; duplicates: string[] }

/** Takes a customer in, unless that may be somebody known already: then a person has to look first. */
export async function takeIn({ isAnother, ...fields }: Form, by: User): Promise<Intake> {
  const duplicates = isAnother ? [] : await likelyDuplicatesOf(fields, () => Customer.visibleTo(by))
  return duplicates.length > 0
    ? { customer: null, duplicates: duplicates.map(({ id }) => id) }
    : { customer: await create(fields), duplicates: null }
}

async function create(fields: NewCrmCustomer) {
  const adapter = await crm.use()
  try {
    return await adapter.create(fields)
  } catch (error) {
    if (error instanceof CrmRejectedError && error.field) throw refusedField(error.field, error.message)
    throw error
  }
}

// What the system behind refuses at one field is a mistake in the form like any other.
const refusedField = (field: string, message: string) =>
  new errors.E_VALIDATION_ERROR([{ field, message, rule: 'crm' }])
