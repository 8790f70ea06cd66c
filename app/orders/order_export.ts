import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import CsvExport, { BATCH, type Column } from '#app/exports/csv_export'
import { OrdersExported } from '#app/orders/order_events'
import OrderList, { type OrderFilters, type OrderRow } from '#app/orders/order_list'

export default class OrderExport extends CsvExport<OrderRow, OrderFilters> {
  protected subject = 'orders' as const

  constructor(user: User, tenant: Tenant, filters: OrderFilters) {
    super(OrdersExported, user, tenant, filters)
  }

  protected count() {
    return this.#list().exactCount()
  }

  protected page(after?: string) {
    return this.#list(after).page()
  }

  protected columns(): Column<OrderRow>[] {
    return [
      {
        label: 'Number',
        of: ({ number_prefix: prefix, number }) => (prefix ? `${prefix}${number}` : number),
      },
      this.at('Made', ({ created_at: at }) => at),
      { label: 'Status', of: ({ status }) => status },
      { label: 'Work', of: ({ summary }) => summary },
      { label: 'Customer', of: (row) => row.customer_name ?? row.contact_name },
      { label: 'Address', subject: 'leads', key: 'address', of: ({ address }) => address },
      this.at('Visit from', ({ starts_at: at }) => at),
      this.at('Visit to', ({ ends_at: at }) => at),
      { label: 'Who goes', of: ({ assignee_name: name }) => name },
      { label: 'Note', key: 'note', of: ({ note }) => note },
      { label: 'Id', of: ({ id }) => id },
    ]
  }

  #list(after?: string) {
    return new OrderList(this.user, { ...this.filters, sort: '-createdAt', limit: BATCH, after }, 'export')
  }
}
