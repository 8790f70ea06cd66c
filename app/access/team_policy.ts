import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Teams widen what their members see, so only somebody for whom teams change nothing may change them. */
export default class TeamPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'roles')
  }

  create(user: User) {
    return user.may('create', 'roles') && user.rights.areWhole
  }

  update(user: User) {
    return user.may('edit', 'roles') && user.rights.areWhole
  }

  destroy(user: User) {
    return user.may('delete', 'roles') && user.rights.areWhole
  }
}
