import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

const leads = (user: User) => user.role === 'admin' || user.role === 'supervisor'

export default class QrBatchPolicy extends BasePolicy {
  index(user: User) {
    return user.isAtDesk
  }

  show(user: User) {
    return user.isAtDesk
  }

  create(user: User) {
    return leads(user)
  }

  print(user: User) {
    return leads(user)
  }
}
