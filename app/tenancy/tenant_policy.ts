import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class TenantPolicy extends BasePolicy {
  update(user: User) {
    return user.may('edit', 'settings')
  }
}
