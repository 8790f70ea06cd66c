import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** A service acts for the company, so its tokens are the admin's. */
export default class ServiceTokenPolicy extends BasePolicy {
  index(user: User) {
    return user.isAdmin
  }

  store(user: User) {
    return user.isAdmin
  }

  revoke(user: User) {
    return user.isAdmin
  }
}
