import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class TenantPolicy extends BasePolicy {
  /** Clock, currency and language of the company: whoever works there needs them. */
  show() {
    return true
  }

  update(user: User) {
    return user.may('edit', 'settings')
  }
}
