import { countInWords } from '#app/platform/capped_count'
import { newestFirst } from '#app/platform/keyset_page'
import User from '#app/identity/user'

type Filters = { state?: 'active' | 'deactivated'; after?: string }

/** The members of the company, newest first. */
export default class MemberList {
  constructor(private filters: Filters) {}

  page() {
    return newestFirst(this.#matching(), this.filters.after, 50)
  }

  count() {
    return countInWords(this.#matching())
  }

  #matching() {
    const users = User.query().where('kind', 'person')
    return this.filters.state === 'deactivated'
      ? users.whereNotNull('deactivatedAt')
      : users.whereNull('deactivatedAt')
  }
}
