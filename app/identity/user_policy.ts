import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** The team is the admin's. */
export default class UserPolicy extends BasePolicy {
  index(user: User) {
    return user.isAdmin
  }

  update(user: User) {
    return user.isAdmin
  }

  deactivate(user: User) {
    return user.isAdmin
  }
}
