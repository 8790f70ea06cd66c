import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

export default class LeadFlowPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'lead_flows')
  }

  create(user: User) {
    return user.may('create', 'lead_flows')
  }

  update(user: User) {
    return user.may('edit', 'lead_flows')
  }

  archive(user: User) {
    return user.may('delete', 'lead_flows')
  }
}
