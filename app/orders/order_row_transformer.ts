import { BaseTransformer } from '@adonisjs/core/transformers'
import type { OrderRow } from '#app/orders/order_list'

export default class OrderRowTransformer extends BaseTransformer<OrderRow> {
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      summary: row.summary,
      customer: row.customer_name ?? row.contact_name,
      address: row.address,
      visit: row.starts_at
        ? {
            startsAt: row.starts_at.toISOString(),
            endsAt: row.ends_at!.toISOString(),
            assignee: row.assignee_name,
          }
        : null,
      createdAt: row.created_at.toISOString(),
    }
  }
}
