import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** The company's say about the operator's people. */
export default class ImpersonationPolicy extends BasePolicy {
  decide(user: User) {
    return user.may('edit', 'settings')
  }
}
