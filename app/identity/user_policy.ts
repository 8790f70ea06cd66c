import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class UserPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'members')
  }

  update(user: User) {
    return user.may('edit', 'members')
  }

  deactivate(user: User) {
    return user.may('delete', 'members')
  }
}
