import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class QrCodePolicy extends BasePolicy {
  show(user: User) {
    return user.may('read', 'qr_codes')
  }

  /** Binding a code to a customer, and taking that back within the minute. */
  assign(user: User) {
    return user.may('assign', 'qr_codes')
  }

  /** Taking a code out of use or from its customer at any later time. */
  retire(user: User) {
    return user.may('delete', 'qr_codes')
  }
}
