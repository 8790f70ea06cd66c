import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { OrderSchema } from '#database/schema'
import { tellOfLead } from '#app/leads/lead_news'
import { nextReference } from '#app/platform/database/number_series'
import { lockRow } from '#app/platform/database/row_lock'
import Holdings from '#app/access/holdings'
import type { Action } from '#app/access/subjects'
import type User from '#app/identity/user'
import BookingPlace from '#app/bookings/booking_place'
import Customer from '#app/customers/customer'
import { partsNamed } from '#app/customers/named_parts'
import Lead from '#app/leads/lead'
import Visit, { type VisitPlan } from '#app/orders/visit'
import { LeadAlreadyConvertedError } from '#app/leads/errors'
import { OrderClosedError } from '#app/orders/errors'
import { OrderCancelled, OrderCreated, OrderFinished, OrderUpdated } from '#app/orders/order_events'

export const ORDER_STATUSES = ['scheduled', 'done', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

const OF_LEADS = `leads join orders as held on held.tenant_id = leads.tenant_id and held.lead_id = leads.id`

/** Work that the company has agreed to do, with its visits. */
export default class Order extends OrderSchema {
  static history = ['status', 'siteId'] as const

  @column()
  declare status: OrderStatus

  @belongsTo(() => Lead)
  declare lead: BelongsTo<typeof Lead>

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @hasMany(() => Visit)
  declare visits: HasMany<typeof Visit>

  /** An order is its maker's and its visitors', and whoever holds its lead holds it too. */
  static holdings = new Holdings('orders.id', {
    people: [
      { from: 'orders as held', id: 'held.id', holder: 'held.created_by', why: 'made' },
      { from: 'visits', id: 'visits.order_id', holder: 'visits.assignee_id', why: 'visits' },
      { from: OF_LEADS, id: 'held.id', holder: 'leads.assignee_id', why: 'lead' },
      {
        from: OF_LEADS,
        id: 'held.id',
        holder: 'leads.created_by',
        why: 'lead',
        where: 'leads.created_by is not null',
      },
    ],
    teams: [
      {
        from: OF_LEADS,
        id: 'held.id',
        holder: 'leads.team_id',
        why: 'given',
        where: 'leads.assignee_id is null',
      },
    ],
  })

  /** The orders on which somebody may do something: those and no others exist to them. */
  static visibleTo(user: User, action: Action = 'read', size?: { few: boolean }) {
    return this.holdings.narrow(this.query(), user.reach(action, 'orders'), size)
  }

  /** The order that a lead became; to a colleague only if they may read it. */
  static async ofLead(lead: Lead, reader?: User) {
    const orders = reader ? this.visibleTo(reader) : this.query()
    const order = await orders.where('leadId', lead.id).first()
    if (order) await this.loadVisits(order)
    return order
  }

  static loadVisits(order: Order) {
    return order.load('visits', (visits) => visits.preload('assignee').orderBy('startsAt').orderBy('id'))
  }

  /** The number as people read it. */
  get reference() {
    return `${this.numberPrefix}${this.number}`
  }

  get isOpen() {
    return this.status === 'scheduled'
  }

  /**
   * Turns a lead into an order with its first visit. The same plan twice gives the same order; another plan for a
   * lead that somebody has already converted is refused, so that no promise is lost in silence.
   */
  static async fromLead(lead: Lead, plan: VisitPlan & { by: User | null }): Promise<Order> {
    await lead.lock()
    const known = lead.isConverted ? await this.ofLead(lead) : null
    if (!known) return this.open(lead, plan)
    if (!known.visits.some((visit) => visit.isPlannedAs(plan))) throw new LeadAlreadyConvertedError()
    return known
  }

  /** Promises the customer another trip. The same plan twice is one visit. */
  async planVisit(plan: VisitPlan): Promise<Visit> {
    await this.lock()
    if (!this.isOpen) throw new OrderClosedError()
    const planned = await Visit.query().where({ orderId: this.id, status: 'planned' })
    const known = planned.find((visit) => visit.isPlannedAs(plan))
    if (known) return known
    const visit = await Visit.plan(this, plan)
    if (this.leadId) await tellOfLead(this.leadId)
    return visit
  }

  /** At which of the customer's sites the work is done; null leaves it open. Saying the same again is calm. */
  async placeAt(siteId: string | null) {
    await this.lock()
    if (this.siteId === siteId) return
    if (!this.isOpen) throw new OrderClosedError()
    await partsNamed(this.customerId, { siteId })
    this.siteId = siteId
    await this.save()
    await OrderUpdated.record(this, { number: this.number, leadId: this.leadId, fields: ['siteId'] })
    if (this.leadId) await tellOfLead(this.leadId)
  }

  /** The work is done, and its visits with it. Doing it twice is calm. */
  async finish() {
    await this.lock()
    if (this.status === 'done') return
    await this.close('done', (visit) => visit.finishIn(this))
    await OrderFinished.record(this, { number: this.number, leadId: this.leadId })
    if (this.leadId) await tellOfLead(this.leadId)
  }

  /** Calls the work off, and its visits with it. Doing it twice is calm. */
  async cancel(reason: string) {
    await this.lock()
    if (this.status === 'cancelled') return
    await this.close('cancelled', (visit) => visit.cancelIn(this, reason))
    await OrderCancelled.record(this, { number: this.number, leadId: this.leadId, reason })
    if (this.leadId) await tellOfLead(this.leadId)
  }

  private async close(status: 'done' | 'cancelled', end: (visit: Visit) => Promise<void>) {
    if (!this.isOpen) throw new OrderClosedError()
    const planned = Visit.query().where({ orderId: this.id, status: 'planned' }).orderBy('id').forUpdate()
    for (const visit of await planned) await end(visit)
    this.status = status
    await this.save()
  }

  private async lock() {
    await lockRow(this)
  }

  private static async open(lead: Lead, { by, ...plan }: VisitPlan & { by: User | null }) {
    lead.requireOpen()
    const order = await this.create({
      ...(await nextReference('orders')),
      kind: 'scheduled',
      status: 'scheduled',
      leadId: lead.id,
      customerId: lead.customerId,
      siteId: lead.siteId,
      summary: lead.summary,
      createdBy: by?.id ?? null,
    })
    const { number, kind, leadId, customerId } = order
    await OrderCreated.record(order, { number, kind, leadId, customerId })
    const visit = await Visit.plan(order, plan)
    await BookingPlace.settle(lead, visit)
    const { startsAt, endsAt } = visit.facts()
    await lead.convert({ orderId: order.id, orderNumber: number, visitId: visit.id, startsAt, endsAt })
    return order
  }
}
