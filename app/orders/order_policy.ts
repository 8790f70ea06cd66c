import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Which orders somebody sees is `Order.visibleTo`; this is what they may do with those. */
export default class OrderPolicy extends BasePolicy {
  index() {
    return true
  }

  show() {
    return true
  }

  reschedule(user: User) {
    return user.isAtDesk
  }

  /** Whoever was there says that it is done. */
  finish() {
    return true
  }

  cancel(user: User) {
    return user.isAtDesk
  }
}
