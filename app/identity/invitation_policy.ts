import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class InvitationPolicy extends BasePolicy {
  store(user: User) {
    return user.isAdmin
  }

  resend(user: User) {
    return user.isAdmin
  }

  revoke(user: User) {
    return user.isAdmin
  }

  reveal(user: User) {
    return user.isAdmin
  }
}
