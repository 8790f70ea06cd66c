import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** A service acts for the company, so its tokens are not one member's own. */
export default class ServiceTokenPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'service_tokens')
  }

  store(user: User) {
    return user.may('create', 'service_tokens')
  }

  revoke(user: User) {
    return user.may('delete', 'service_tokens')
  }
}
