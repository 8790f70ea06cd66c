import type User from '#app/identity/user'
import Customer from '#app/customers/customer'

const SHOWN = 5

/** The customers whom somebody took in last: most likely the ones they stand before now. */
export const recentCustomersOf = (user: User) =>
  Customer.visibleTo(user)
    .whereNull('archivedAt')
    .where('createdBy', user.id)
    .orderBy('id', 'desc')
    .limit(SHOWN)
