import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Which leads somebody sees is `Lead.visibleTo`; this is what they may do with those. */
export default class LeadPolicy extends BasePolicy {
  index() {
    return true
  }

  show() {
    return true
  }

  start() {
    return true
  }

  assign(user: User) {
    return user.isAtDesk
  }

  lose(user: User) {
    return user.isAtDesk
  }

  convert(user: User) {
    return user.isAtDesk
  }
}
