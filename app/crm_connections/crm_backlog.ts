import Customer from '#app/customers/customer'
import type CrmConnection from '#app/crm_connections/crm_connection'

/** The customers that came or changed since a system was connected, and that it does not have as they are. */
export async function behindIn({ id, createdAt }: CrmConnection) {
  const behind = await Customer.query()
    .where('updatedAt', '>=', createdAt.toISO()!)
    .whereNotExists((links) =>
      links
        .from('crm_links')
        .whereColumn('crm_links.customer_id', 'customers.id')
        .where('crm_links.crm_connection_id', id)
        .whereColumn('crm_links.as_of', '>=', 'customers.updated_at')
    )
    .orderBy('customers.id')
    .select('customers.id')
  return behind.map((customer) => customer.id)
}
