import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type Order from '#app/orders/order'
import VisitTransformer from '#app/orders/visit_transformer'

export default class OrderTransformer extends BaseTransformer<Order> {
  constructor(
    resource: Order,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const order = this.resource
    const facts = this.pick(order, [
      'id',
      'number',
      'reference',
      'status',
      'isOpen',
      'kind',
      'summary',
      'leadId',
      'customerId',
      'siteId',
    ])
    return this.reader.fields('orders').shown({
      ...facts,
      createdAt: order.createdAt.toUTC().toISO()!,
      visits: VisitTransformer.transform(order.visits, this.reader),
    })
  }
}
