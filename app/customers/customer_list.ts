import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { countInWords } from '#app/platform/capped_count'
import { byAge, pageIn, type Orders } from '#app/platform/keyset_page'
import { cursorOf, positionOf } from '#app/platform/cursor'
import { CursorError } from '#app/platform/errors'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import { CustomerSearch } from '#app/customers/customer_search'

export type CustomerFilters = {
  search?: string
  state?: 'archived'
  sort?: '-createdAt' | 'createdAt' | 'name' | '-updatedAt'
  limit?: number
  after?: string
}

const ORDERS: Orders<Customer> = {
  ...byAge<Customer>('customers.id'),
  name: {
    columns: ['customers.name_norm', 'customers.id'],
    direction: 'asc',
    positionOf: ({ nameNorm, id }) => [nameNorm, id],
  },
  '-updatedAt': {
    columns: ['customers.updated_at', 'customers.id'],
    direction: 'desc',
    positionOf: ({ updatedAt, id }) => [updatedAt.toUTC().toISO()!, id],
    isPlace: ([time]) => DateTime.fromISO(time).isValid,
  },
}

// A count touches everything that somebody holds, however much it is.
const GATHERED = { few: true }

/** The customers that one user sees through filters. Those of a search come newest first, whatever was asked for. */
export default class CustomerList {
  private known?: { few: boolean }

  constructor(
    private user: User,
    private country: string,
    private filters: CustomerFilters
  ) {}

  async page(size = this.filters.limit ?? 25) {
    const { search = '', sort = '-createdAt', after } = this.filters
    const held = await this.size()
    if (!search) return pageIn<Customer>(this.rows(held), ORDERS, { sort, after, limit: size })
    const start = after && positionOf(after, '-createdAt')
    if (start === null) throw new CursorError()
    const found = await new CustomerSearch(search, this.country, this.user.fields('customers')).newest(
      () => this.rows(held),
      {
        after: start?.[0],
        limit: size + 1,
      }
    )
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** Of a search nobody needs it, and it would cost more than the page. */
  async count() {
    return this.filters.search ? null : countInWords(this.matching(GATHERED))
  }

  private async size() {
    return (this.known ??= {
      few: await Customer.holdings.areFew(this.user.reach('read', 'customers')),
    })
  }

  private rows(size: { few: boolean }) {
    return this.matching(size).select('customers.*', db.raw(CODES))
  }

  private matching(size: { few: boolean }) {
    const customers = Customer.visibleTo(this.user, 'read', size)
    return this.filters.state === 'archived'
      ? customers.whereNotNull('customers.archived_at')
      : customers.whereNull('customers.archived_at')
  }
}

const CODES = `(select count(*) from qr_codes
  where qr_codes.tenant_id = customers.tenant_id and qr_codes.customer_id = customers.id) as codes`
