import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import CsvExport, { BATCH, type Column } from '#app/exports/csv_export'
import { displayPhone } from '#app/platform/phone'
import Customer from '#app/customers/customer'
import { CustomersExported } from '#app/customers/customer_events'
import CustomerList, { type CustomerFilters } from '#app/customers/customer_list'
import { mostPartsOf } from '#app/customers/customer_parts'
import { columnsOf, FACT_LABELS, labelOf, type Kind } from '#app/customers/customer_sheet'

export default class CustomerExport extends CsvExport<Customer, CustomerFilters> {
  protected subject = 'customers' as const

  constructor(user: User, tenant: Tenant, filters: CustomerFilters) {
    super(CustomersExported, user, tenant, filters)
  }

  protected count() {
    return this.#list().exactCount()
  }

  protected async page(after?: string) {
    const page = await this.#list(after).page()
    await Customer.loadParts(page.rows)
    return page
  }

  protected async columns(): Promise<Column<Customer>[]> {
    const facts = Object.entries(FACT_LABELS) as [keyof typeof FACT_LABELS, string][]
    return [
      ...facts.map(([key, label]) => ({
        label,
        key,
        of: (one: Customer) => (key === 'phone' ? one.displayPhone : one[key]),
      })),
      { label: 'Codes', of: ({ $extras }) => Number($extras.codes) },
      this.at('Added', ({ createdAt }) => createdAt),
      this.at('Archived', ({ archivedAt }) => archivedAt),
      { label: 'Id', of: ({ id }) => id },
      ...(await this.#partColumns('contacts')),
      ...(this.user.fields('customers').shows('sites') ? await this.#partColumns('sites') : []),
    ]
  }

  /** As many as whoever has most of them needs; none where nobody has any. */
  async #partColumns(kind: Kind): Promise<Column<Customer>[]> {
    const most = await mostPartsOf(kind)
    return Array.from({ length: most }, (_, at) => at + 1).flatMap((number) =>
      columnsOf(kind, number).map(([key, label]) => ({
        label: labelOf(kind, number, label),
        key,
        of: (one: Customer) => {
          const part = one[kind][number - 1] as unknown as Partial<Record<string, string | null>> | undefined
          return key === 'phone' && part?.phone ? displayPhone(part.phone, one.country) : part?.[key]
        },
      }))
    )
  }

  #list(after?: string) {
    const filters = { ...this.filters, sort: '-createdAt' as const, limit: BATCH, after }
    return new CustomerList(this.user, this.tenant.country, filters, 'export')
  }
}
