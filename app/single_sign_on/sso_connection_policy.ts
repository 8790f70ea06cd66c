import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class SsoConnectionPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'single_sign_on')
  }

  update(user: User) {
    return user.may('edit', 'single_sign_on')
  }
}
