import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

/** Which leads somebody sees is `Lead.visibleTo`; this is what they may do with one of those. */
export default class LeadPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'leads')
  }

  create(user: User) {
    return user.may('create', 'leads')
  }

  export(user: User) {
    return user.may('export', 'leads')
  }

  show(user: User) {
    return user.may('read', 'leads')
  }

  update(user: User, lead: Lead) {
    return Lead.holdings.reaches(user.reach('edit', 'leads'), lead)
  }

  start(user: User, lead: Lead) {
    return Lead.holdings.reaches(user.reach('edit', 'leads'), lead)
  }

  assign(user: User, lead: Lead) {
    return Lead.holdings.reaches(user.reach('assign', 'leads'), lead)
  }

  lose(user: User, lead: Lead) {
    return Lead.holdings.reaches(user.reach('delete', 'leads'), lead)
  }

  /** Making an order of it is work on the lead, by somebody who may make orders. */
  async convert(user: User, lead: Lead) {
    return user.may('create', 'orders') && Lead.holdings.reaches(user.reach('edit', 'leads'), lead)
  }
}
