import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class CannedReplyPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'canned_replies')
  }

  update(user: User) {
    return user.may('edit', 'canned_replies')
  }
}
