import { errors } from '@vinejs/vine'
import { crm } from '#plugins/crm/manager'
import { CrmRejectedError } from '#plugins/crm/errors'
import type { CrmAdapter, CrmCustomerFields, NewCrmCustomer } from '#plugins/crm/contract'
import type Customer from '#app/customers/customer'

/** The system that keeps the company's customers: all that people write about them goes there. */
export const customerSystem = {
  /** Whom a form with this key has made already, where the system keeps such keys. */
  takenInBefore: (key: string) =>
    asked((system) => (system.capabilities.keys ? system.createdWith(key) : Promise.resolve(null))),

  create: (fields: NewCrmCustomer, key?: string) =>
    asked((system) => system.create(fields, system.capabilities.keys ? key : undefined)),

  async change(customer: Customer, changes: Partial<CrmCustomerFields>) {
    await asked((system) => system.update(customer.id, changes))
    await customer.refresh()
  },

  async archive(customer: Customer) {
    await asked((system) => system.archive(customer.id))
    await customer.refresh()
  },

  async restore(customer: Customer) {
    await asked((system) => system.restore(customer.id))
    await customer.refresh()
  },
}

// What the system behind refuses at one field is a mistake in the form like any other.
async function asked<T>(work: (system: CrmAdapter) => Promise<T>) {
  try {
    return await work(await crm.use())
  } catch (error) {
    if (error instanceof CrmRejectedError && error.field)
      throw new errors.E_VALIDATION_ERROR([{ field: error.field, message: error.message, rule: 'crm' }])
    throw error
  }
}
