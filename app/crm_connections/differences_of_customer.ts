import type { HttpContext } from '@adonisjs/core/http'
import { crm } from '#plugins/crm/manager'
import type Customer from '#app/customers/customer'
import CrmConflict from '#app/crm_connections/crm_conflict'
import CrmConflictTransformer from '#app/crm_connections/crm_conflict_transformer'
import CrmConnection from '#app/crm_connections/crm_connection'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** What was changed of a customer here and in the system outside, for whoever may say what counts. */
export async function differencesOf(customer: Customer, { bouncer, user }: HttpContext) {
  const mayDecide = await bouncer.with(TenantPolicy).allows('update')
  const open = mayDecide ? await CrmConflict.openFor(user).where('customerId', customer.id).orderBy('id') : []
  for (const conflict of open) conflict.$setRelated('customer', customer)
  const connection = open.length > 0 ? await CrmConnection.own() : null
  return {
    differences: CrmConflictTransformer.transform(open, user),
    customerSystem: connection && (await crm.classOf(connection.adapter)).label,
  }
}
