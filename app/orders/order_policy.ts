import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'
import Order from '#app/orders/order'

/** Which orders somebody sees is `Order.visibleTo`; this is what they may do with one of those. */
export default class OrderPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'orders')
  }

  export(user: User) {
    return user.may('export', 'orders')
  }

  show(user: User) {
    return user.may('read', 'orders')
  }

  /** Promising a customer a time, the first or another one. */
  planVisit(user: User, order: Order) {
    return Order.holdings.reaches(user.reach('assign', 'orders'), order)
  }

  reschedule(user: User, order: Order) {
    return Order.holdings.reaches(user.reach('assign', 'orders'), order)
  }

  /** Whoever was there says that it is done. */
  finish(user: User, order: Order) {
    return Order.holdings.reaches(user.reach('edit', 'orders'), order)
  }

  cancel(user: User, order: Order) {
    return Order.holdings.reaches(user.reach('delete', 'orders'), order)
  }
}
