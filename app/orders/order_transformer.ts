import { BaseTransformer } from '@adonisjs/core/transformers'
import type Order from '#app/orders/order'
import VisitTransformer from '#app/orders/visit_transformer'

export default class OrderTransformer extends BaseTransformer<Order> {
  toObject() {
    const order = this.resource
    return {
      ...this.pick(order, ['id', 'number', 'status', 'isOpen', 'kind', 'summary', 'leadId', 'customerId']),
      createdAt: order.createdAt.toUTC().toISO()!,
      visits: VisitTransformer.transform(order.visits),
    }
  }
}
