import { inWords } from '#app/platform/database/capped_count'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import type { Action } from '#app/access/subjects'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Order, { type OrderStatus } from '#app/orders/order'

const PAGE = 25
const ORDERS = byAge<BareRow>('orders.id')
const EVERYTHING = Number.MAX_SAFE_INTEGER - 1

export type OrderFilters = {
  status?: OrderStatus
  sort?: '-createdAt' | 'createdAt'
  limit?: number
  after?: string
}

type BareRow = {
  id: string
  lead_id: string | null
  customer_id: string | null
  number: number
  number_prefix: string
  status: OrderStatus
  summary: string
  created_at: Date
  starts_at: Date | null
  ends_at: Date | null
  assignee_name: string | null
  note: string | null
}
/** A row with what its lead and its customer say, as far as the reader may see those. */
export type OrderRow = BareRow & {
  contact_name: string | null
  customer_name: string | null
  address: string | null
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
      .pojo<BareRow>()
      .select(COLUMNS)
      .joinRaw(VISIT)
    const { rows, nextCursor } = await pageIn<BareRow>(query, ORDERS, { sort, limit, after })
    return { rows: await this.told(rows), nextCursor }
  }

  async count() {
    return inWords(await Order.holdings.countUpTo(() => this.filtered(), this.reach))
  }

  exactCount() {
    return Order.holdings.countUpTo(() => this.filtered(), this.reach, EVERYTHING)
  }

  private async told(rows: BareRow[]): Promise<OrderRow[]> {
    const leads = await Lead.seenOf(
      rows.map(({ lead_id: id }) => id),
      this.user
    )
    const customers = await Customer.seenOf(
      rows.map(({ customer_id: id }) => id),
      this.user
    )
    return rows.map((row) => {
      const lead = leads.get(row.lead_id!)
      return {
        ...row,
        contact_name: lead?.contactName ?? null,
        address: lead?.address ?? null,
        customer_name: customers.get(row.customer_id!)?.name ?? null,
      }
    })
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
  'orders.lead_id',
  'orders.customer_id',
  'orders.number',
  'orders.number_prefix',
  'orders.status',
  'orders.summary',
  'orders.created_at',
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
