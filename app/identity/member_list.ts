import { countInWords } from '#app/platform/database/capped_count'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import User from '#app/identity/user'

type Filters = {
  state?: 'active' | 'deactivated'
  sort?: '-createdAt' | 'createdAt'
  limit?: number
  after?: string
}

const ORDERS = byAge<User>()

/** The members of the company. */
export default class MemberList {
  constructor(private filters: Filters) {}

  page() {
    const { sort = '-createdAt', limit = 50, after } = this.filters
    return pageIn<User>(this.#matching(), ORDERS, { sort, limit, after })
  }

  count() {
    return countInWords(this.#matching())
  }

  #matching() {
    const users = User.people()
    return this.filters.state === 'deactivated'
      ? users.whereNotNull('deactivatedAt')
      : users.whereNull('deactivatedAt')
  }
}
