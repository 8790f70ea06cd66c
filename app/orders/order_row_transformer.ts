import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type { OrderRow } from '#app/orders/order_list'

export default class OrderRowTransformer extends BaseTransformer<OrderRow> {
  constructor(
    resource: OrderRow,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const row = this.resource
    return this.reader.fields('orders').shown({
      id: row.id,
      number: row.number,
      reference: `${row.number_prefix}${row.number}`,
      status: row.status,
      summary: row.summary,
      customer: row.customer_name ?? row.contact_name,
      // That of the lead, as its visitor finds it.
      ...this.reader.fields('leads').shown({ address: row.address }),
      visit: row.starts_at
        ? {
            startsAt: row.starts_at.toISOString(),
            endsAt: row.ends_at!.toISOString(),
            assignee: row.assignee_name,
          }
        : null,
      createdAt: row.created_at.toISOString(),
    })
  }
}
