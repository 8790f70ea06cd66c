import db from '@adonisjs/lucid/services/db'
import { countInWords } from '#app/platform/capped_count'
import { cursorOf, idOf } from '#app/platform/cursor'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import { CustomerSearch } from '#app/customers/customer_search'

export type CustomerFilters = { search?: string; state?: 'archived'; after?: string }

/** The customers that one user sees through filters, newest first. */
export default class CustomerList {
  constructor(
    private user: User,
    private country: string,
    private filters: CustomerFilters
  ) {}

  async page(size = 25) {
    const { search = '', after } = this.filters
    const found = await new CustomerSearch(search, this.country).newest(
      () => this.matching().select('customers.*', db.raw(CODES)),
      {
        after: after && idOf(after),
        limit: size + 1,
      }
    )
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** Of a search nobody needs it, and it would cost more than the page. */
  async count() {
    return this.filters.search ? null : countInWords(this.matching())
  }

  private matching() {
    const customers = Customer.visibleTo(this.user)
    return this.filters.state === 'archived'
      ? customers.whereNotNull('customers.archived_at')
      : customers.whereNull('customers.archived_at')
  }
}

const CODES = `(select count(*) from qr_codes
  where qr_codes.tenant_id = customers.tenant_id and qr_codes.customer_id = customers.id) as codes`
