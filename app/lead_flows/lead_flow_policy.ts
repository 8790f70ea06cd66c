import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class LeadFlowPolicy extends BasePolicy {
  manage(user: User) {
    return user.role === 'admin' || user.role === 'supervisor'
  }
}
