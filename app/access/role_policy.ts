import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Beyond this, `requireGivable` keeps everybody to the rights they have themselves. */
export default class RolePolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'roles')
  }

  create(user: User) {
    return user.may('create', 'roles')
  }

  update(user: User) {
    return user.may('edit', 'roles')
  }

  destroy(user: User) {
    return user.may('delete', 'roles')
  }

  /** Seeing what others may do, and who sees a record. */
  explain(user: User) {
    return user.may('read', 'roles')
  }
}
