import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import CsvExport, { BATCH, type Column } from '#app/exports/csv_export'
import type Customer from '#app/customers/customer'
import { CustomersExported } from '#app/customers/customer_events'
import CustomerList, { type CustomerFilters } from '#app/customers/customer_list'

export default class CustomerExport extends CsvExport<Customer, CustomerFilters> {
  protected subject = 'customers' as const

  constructor(user: User, tenant: Tenant, filters: CustomerFilters) {
    super(CustomersExported, user, tenant, filters)
  }

  protected count() {
    return this.#list().exactCount()
  }

  protected page(after?: string) {
    return this.#list(after).page()
  }

  protected columns(): Column<Customer>[] {
    const parts = ['street', 'unit', 'postcode', 'city', 'region', 'country'] as const
    return [
      { label: 'Name', of: ({ name }) => name },
      { label: 'Phone', key: 'phone', of: ({ displayPhone }) => displayPhone },
      { label: 'E-mail', key: 'email', of: ({ email }) => email },
      ...parts.map((key) => ({ label: LABELS[key], key, of: (one: Customer) => one[key] })),
      { label: 'Notes', key: 'notes', of: ({ notes }) => notes },
      { label: 'Codes', of: ({ $extras }) => Number($extras.codes) },
      this.at('Added', ({ createdAt }) => createdAt),
      this.at('Archived', ({ archivedAt }) => archivedAt),
      { label: 'Id', of: ({ id }) => id },
    ]
  }

  #list(after?: string) {
    const filters = { ...this.filters, sort: '-createdAt' as const, limit: BATCH, after }
    return new CustomerList(this.user, this.tenant.country, filters, 'export')
  }
}

const LABELS = {
  street: 'Street',
  unit: 'Apartment',
  postcode: 'Postcode',
  city: 'City',
  region: 'Region',
  country: 'Country',
}
