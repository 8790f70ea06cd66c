import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'

/** Which customers somebody sees is `Customer.visibleTo`; this is what they may do with one of those. */
export default class CustomerPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'customers')
  }

  export(user: User) {
    return user.may('export', 'customers')
  }

  show(user: User) {
    return user.may('read', 'customers')
  }

  create(user: User) {
    return user.may('create', 'customers')
  }

  update(user: User, customer: Customer) {
    return Customer.holdings.reaches(user.reach('edit', 'customers'), customer)
  }

  /** A site is its address: who may not change that one changes none. */
  async keepSites(user: User, customer: Customer) {
    return user.fields('customers').levelOf('sites') === 'edit' && this.update(user, customer)
  }

  /** Both are changed, and one of them leaves. */
  async merge(user: User, ...customers: Customer[]) {
    for (const customer of customers)
      for (const action of ['edit', 'delete'] as const)
        if (!(await Customer.holdings.reaches(user.reach(action, 'customers'), customer))) return false
    return true
  }

  archive(user: User, customer: Customer) {
    return Customer.holdings.reaches(user.reach('delete', 'customers'), customer)
  }
}
