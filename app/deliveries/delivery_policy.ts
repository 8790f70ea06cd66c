import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class DeliveryPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'mails')
  }

  resend(user: User) {
    return user.may('create', 'mails')
  }
}
