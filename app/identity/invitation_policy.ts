import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class InvitationPolicy extends BasePolicy {
  store(user: User) {
    return user.may('create', 'members')
  }

  resend(user: User) {
    return user.may('create', 'members')
  }

  revoke(user: User) {
    return user.may('create', 'members')
  }

  reveal(user: User) {
    return user.may('create', 'members')
  }
}
