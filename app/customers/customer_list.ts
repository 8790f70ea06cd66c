import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { inWords } from '#app/platform/database/capped_count'
import { byAge, pageIn, type Orders } from '#app/platform/database/keyset_page'
import { cursorOf, positionOf } from '#app/platform/database/cursor'
import { CursorError } from '#app/platform/errors'
import type { Action } from '#app/access/subjects'
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

const EVERYTHING = Number.MAX_SAFE_INTEGER - 1

/** The customers that one user sees through filters. Those of a search come newest first, whatever was asked for. */
export default class CustomerList {
  private known?: { few: boolean }

  constructor(
    private user: User,
    private country: string,
    private filters: CustomerFilters,
    private action: Action = 'read'
  ) {}

  async page(size = this.filters.limit ?? 25) {
    const { search = '', sort = '-createdAt', after } = this.filters
    const held = await this.size()
    if (!search) return pageIn<Customer>(this.rows(held), ORDERS, { sort, after, limit: size })
    const start = after && positionOf(after, '-createdAt')
    if (start === null) throw new CursorError()
    const found = await this.searching.newest(() => this.rows(held), {
      after: start?.[0],
      limit: size + 1,
    })
    const rows = found.slice(0, size)
    return { rows, nextCursor: found.length > size ? cursorOf(rows[size - 1].id) : null }
  }

  /** Of a search nobody needs it, and it would cost more than the page. */
  async count() {
    return this.filters.search
      ? null
      : inWords(await Customer.holdings.countUpTo(() => this.filtered(), this.reach))
  }

  exactCount() {
    const found = () => this.searching.narrow(this.filtered())
    return Customer.holdings.countUpTo(found, this.reach, EVERYTHING)
  }

  private get searching() {
    const { search = '' } = this.filters
    return new CustomerSearch(search, this.country, this.user.fields('customers'))
  }

  private get reach() {
    return this.user.reach(this.action, 'customers')
  }

  private async size() {
    return (this.known ??= { few: await Customer.holdings.areFew(this.reach) })
  }

  private rows(size: { few: boolean }) {
    return this.matching(size).select('customers.*', db.raw(CODES))
  }

  private matching(size: { few: boolean }) {
    return Customer.holdings.narrow(this.filtered(), this.reach, size)
  }

  private filtered() {
    const customers = Customer.presentTo(this.user)
    return this.filters.state === 'archived'
      ? customers.whereNotNull('customers.archived_at')
      : customers.whereNull('customers.archived_at')
  }
}

const CODES = `(select count(*) from qr_codes
  where qr_codes.tenant_id = customers.tenant_id and qr_codes.customer_id = customers.id) as codes`
