import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class ScanPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'qr_codes')
  }

  /** Where colleagues were, and how fast: for those who send them out with codes. */
  walks(user: User) {
    return user.may('create', 'qr_codes')
  }
}
