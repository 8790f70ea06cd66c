import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class AuditPolicy extends BasePolicy {
  read(user: User) {
    return user.may('read', 'audit')
  }

  export(user: User) {
    return user.may('export', 'audit')
  }
}
