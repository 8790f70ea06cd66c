import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class UserPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'members')
  }

  update(user: User) {
    return user.may('edit', 'members')
  }

  appoint(user: User) {
    return user.may('assign', 'roles')
  }

  /** Nobody shuts out whoever may do more than they do. */
  deactivate(user: User, member: User) {
    return user.may('delete', 'members') && member.rights.isWithin(user.rights)
  }
}
