import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class DeliveryPolicy extends BasePolicy {
  index(user: User) {
    return user.isAdmin || user.role === 'supervisor'
  }

  resend(user: User) {
    return user.isAdmin
  }
}
