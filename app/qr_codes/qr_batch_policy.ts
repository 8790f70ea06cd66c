import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class QrBatchPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'qr_codes')
  }

  show(user: User) {
    return user.may('read', 'qr_codes')
  }

  create(user: User) {
    return user.may('create', 'qr_codes')
  }

  update(user: User) {
    return user.may('create', 'qr_codes')
  }

  print(user: User) {
    return user.may('export', 'qr_codes')
  }
}
