import type { HttpContext } from '@adonisjs/core/http'
import type Customer from '#app/customers/customer'
import CustomerPolicy from '#app/customers/customer_policy'

/** What somebody may do with one customer. */
export async function rightsOver(customer: Customer, bouncer: HttpContext['bouncer']) {
  const can = bouncer.with(CustomerPolicy)
  return {
    update: await can.allows('update', customer),
    keepSites: await can.allows('keepSites', customer),
    archive: await can.allows('archive', customer),
    merge: await can.allows('merge', customer),
  }
}
