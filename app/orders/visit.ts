import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { VisitSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import BookingPlace from '#app/bookings/booking_place'
import { tellOfLead } from '#app/leads/lead_news'
import User from '#app/identity/user'
import Order from '#app/orders/order'
import { OrderClosedError, VisitClosedError } from '#app/orders/errors'
import {
  VisitCancelled,
  VisitFinished,
  VisitPlanned,
  VisitReopened,
  VisitRescheduled,
} from '#app/orders/visit_events'

export type VisitPlan = {
  window: { startsAt: DateTime; endsAt: DateTime }
  assignee: User | null
  /** For the customer to read. */
  note: string | null
}

/** One trip to the customer, promised as an arrival window. */
export default class Visit extends VisitSchema {
  static history = ['startsAt', 'endsAt', 'assigneeId', 'note', 'status'] as const

  @column()
  declare status: 'planned' | 'done' | 'cancelled'

  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  static async plan(order: Order, { window, assignee, note }: VisitPlan) {
    const visit = await this.create({
      orderId: order.id,
      startsAt: window.startsAt,
      endsAt: window.endsAt,
      assigneeId: assignee?.id ?? null,
      note,
      status: 'planned',
    })
    await VisitPlanned.record(visit, { ...visit.about(order), ...visit.facts() })
    return visit
  }

  get isPlanned() {
    return this.status === 'planned'
  }

  /** Promises another window, or sends somebody else. The same plan again changes nothing. */
  async reschedule({ window, assignee, note }: VisitPlan) {
    const order = await this.lockInOpenOrder()
    if (!this.isPlanned) throw new VisitClosedError()
    if (this.isPlannedAs({ window, assignee, note })) return
    if (!this.isAt(window)) await BookingPlace.leave(this)
    await this.replan(order, {
      startsAt: window.startsAt,
      endsAt: window.endsAt,
      assigneeId: assignee?.id ?? null,
      note,
    })
  }

  /** The customer chooses another of the windows that the company offers; its place is theirs at once. */
  async moveTo(key: string) {
    const order = await this.lockInOpenOrder()
    if (!this.isPlanned) throw new VisitClosedError()
    const place = await BookingPlace.move(this, { id: order.leadId! }, key)
    if (!this.isAt(place)) await this.replan(order, { startsAt: place.startsAt, endsAt: place.endsAt })
  }

  /** Somebody was there; the order goes on. Doing it twice is calm. */
  async finish() {
    const order = await this.lockInOpenOrder()
    if (this.status === 'done') return
    await this.finishIn(order)
    if (order.leadId) await tellOfLead(order.leadId)
  }

  /** It was not done after all: planned as it was. Doing it twice is calm. */
  async reopen() {
    const order = await this.lockInOpenOrder()
    if (this.isPlanned) return
    if (this.status !== 'done') throw new VisitClosedError()
    this.status = 'planned'
    await this.save()
    await VisitReopened.record(this, { ...this.about(order), ...this.facts() })
    if (order.leadId) await tellOfLead(order.leadId)
  }

  /** Nobody comes; the order goes on. Doing it twice is calm. */
  async cancel(reason: string | null) {
    const order = await this.lockInOpenOrder()
    if (this.status === 'cancelled') return
    await this.cancelIn(order, reason)
    if (order.leadId) await tellOfLead(order.leadId)
  }

  /** With its order, or by itself: whoever calls has locked the order. */
  async finishIn(order: Order) {
    await this.end('done')
    await VisitFinished.record(this, { ...this.about(order), ...this.facts() })
  }

  async cancelIn(order: Order, reason: string | null) {
    await this.end('cancelled')
    await VisitCancelled.record(this, { ...this.about(order), ...this.facts(), reason })
  }

  isPlannedAs({ window, assignee, note }: VisitPlan) {
    return this.isAt(window) && this.assigneeId === (assignee?.id ?? null) && this.note === note
  }

  facts() {
    return {
      startsAt: this.startsAt.toUTC().toISO()!,
      endsAt: this.endsAt.toUTC().toISO()!,
      assigneeId: this.assigneeId,
    }
  }

  private isAt({ startsAt, endsAt }: VisitPlan['window']) {
    return +this.startsAt === +startsAt && +this.endsAt === +endsAt
  }

  private async replan(
    order: Order,
    plan: Partial<Pick<Visit, 'startsAt' | 'endsAt' | 'assigneeId' | 'note'>>
  ) {
    const previous = this.facts()
    await this.merge(plan as object).save()
    await VisitRescheduled.record(this, { ...this.about(order), ...this.facts(), previous })
    if (order.leadId) await tellOfLead(order.leadId)
  }

  private async end(status: 'done' | 'cancelled') {
    if (!this.isPlanned) throw new VisitClosedError()
    this.status = status
    await this.save()
    await BookingPlace.leave(this)
  }

  // The order first, always: whoever closes it takes its visits after it.
  private async lockInOpenOrder() {
    const order = await Order.query().where('id', this.orderId).forUpdate().firstOrFail()
    await lockRow(this)
    if (!order.isOpen) throw new OrderClosedError()
    return order
  }

  private about(order: Order) {
    return { orderId: order.id, orderNumber: order.number, leadId: order.leadId }
  }
}
