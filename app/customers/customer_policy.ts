import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Which customers somebody sees is `Customer.visibleTo`; this is what they may do with those. */
export default class CustomerPolicy extends BasePolicy {
  index() {
    return true
  }

  show() {
    return true
  }

  create(user: User) {
    return user.role !== 'associate'
  }

  update(user: User) {
    return user.role !== 'associate'
  }

  archive(user: User) {
    return user.isAtDesk
  }
}
