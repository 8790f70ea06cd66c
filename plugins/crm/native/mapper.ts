import type { CrmCustomer } from '#plugins/crm/contract'
import type Customer from '#app/customers/customer'

export function toCrmCustomer(customer: Customer): CrmCustomer {
  return {
    id: customer.id,
    name: customer.name,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    street: customer.street ?? null,
    unit: customer.unit ?? null,
    postcode: customer.postcode ?? null,
    city: customer.city ?? null,
    region: customer.region ?? null,
    country: customer.country,
    notes: customer.notes ?? null,
    isArchived: customer.isArchived,
    updatedAt: customer.updatedAt.toUTC().toISO()!,
  }
}
