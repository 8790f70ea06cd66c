import { inWords } from '#app/platform/capped_count'
import { byAge, pageIn } from '#app/platform/keyset_page'
import type { Action } from '#app/access/subjects'
import type User from '#app/identity/user'
import Order, { type OrderStatus } from '#app/orders/order'

const PAGE = 25
const ORDERS = byAge<OrderRow>('orders.id')
const EVERYTHING = Number.MAX_SAFE_INTEGER - 1

export type OrderFilters = {
  status?: OrderStatus
  sort?: '-createdAt' | 'createdAt'
  limit?: number
  after?: string
}

export type OrderRow = {
  id: string
  number: number
  status: OrderStatus
  summary: string
  created_at: Date
  contact_name: string | null
  customer_name: string | null
  address: string | null
  starts_at: Date | null
  ends_at: Date | null
  assignee_name: string | null
  note: string | null
}

/** The orders that one user sees, newest first, each with its next visit or else its last: plain rows. */
export default class OrderList {
  private known?: { few: boolean }

  constructor(
    private user: User,
    private filters: OrderFilters,
    private action: Action = 'read'
  ) {}

  async page() {
    const { sort = '-createdAt', limit = PAGE, after } = this.filters
    const query = this.matching(await this.size())
      .pojo<OrderRow>()
      .select(COLUMNS)
      .leftJoin('leads', (on) =>
        on.on('leads.tenant_id', 'orders.tenant_id').andOn('leads.id', 'orders.lead_id')
      )
      .leftJoin('customers', (on) =>
        on.on('customers.tenant_id', 'orders.tenant_id').andOn('customers.id', 'orders.customer_id')
      )
      .joinRaw(VISIT)
    return pageIn<OrderRow>(query, ORDERS, { sort, limit, after })
  }

  async count() {
    return inWords(await Order.holdings.countUpTo(() => this.filtered(), this.reach))
  }

  exactCount() {
    return Order.holdings.countUpTo(() => this.filtered(), this.reach, EVERYTHING)
  }

  private get reach() {
    return this.user.reach(this.action, 'orders')
  }

  private async size() {
    return (this.known ??= { few: await Order.holdings.areFew(this.reach) })
  }

  private matching(size: { few: boolean }) {
    return Order.holdings.narrow(this.filtered(), this.reach, size)
  }

  private filtered() {
    const { status } = this.filters
    const query = Order.query()
    if (status) query.where('orders.status', status)
    return query
  }
}

const COLUMNS = [
  'orders.id',
  'orders.number',
  'orders.status',
  'orders.summary',
  'orders.created_at',
  'leads.contact_name',
  'leads.address',
  'customers.name as customer_name',
  'visit.starts_at',
  'visit.ends_at',
  'visit.assignee_name',
  'visit.note',
]

const VISIT = `left join lateral (
  select visits.starts_at, visits.ends_at, visits.note, users.name as assignee_name from visits
  left join users on users.tenant_id = visits.tenant_id and users.id = visits.assignee_id
  where visits.tenant_id = orders.tenant_id and visits.order_id = orders.id
  order by visits.status = 'planned' desc, visits.starts_at, visits.id limit 1
) as visit on true`
