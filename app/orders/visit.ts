import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { VisitSchema } from '#database/schema'
import { tellOfLead } from '#app/leads/lead_news'
import User from '#app/identity/user'
import Order from '#app/orders/order'
import { OrderClosedError } from '#app/orders/errors'
import { VisitPlanned, VisitRescheduled } from '#app/orders/visit_events'

export type VisitPlan = {
  window: { startsAt: DateTime; endsAt: DateTime }
  assignee: User | null
  /** For the customer to read. */
  note: string | null
}

/** One trip to the customer, promised as an arrival window. */
export default class Visit extends VisitSchema {
  static history = ['startsAt', 'endsAt', 'assigneeId', 'note'] as const

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

  /** Promises another window, or sends somebody else. The same plan again changes nothing. */
  async reschedule({ window, assignee, note }: VisitPlan) {
    const order = await Order.query().where('id', this.orderId).forUpdate().firstOrFail()
    await this.refresh()
    if (!order.isOpen || this.status !== 'planned') throw new OrderClosedError()
    if (this.isPlannedAs({ window, assignee, note })) return
    const previous = this.facts()
    this.startsAt = window.startsAt
    this.endsAt = window.endsAt
    this.assigneeId = assignee?.id ?? null
    this.note = note
    await this.save()
    await VisitRescheduled.record(this, { ...this.about(order), ...this.facts(), previous })
    if (order.leadId) await tellOfLead(order.leadId)
  }

  isPlannedAs({ window, assignee, note }: VisitPlan) {
    return (
      +this.startsAt === +window.startsAt &&
      +this.endsAt === +window.endsAt &&
      this.assigneeId === (assignee?.id ?? null) &&
      this.note === note
    )
  }

  facts() {
    return {
      startsAt: this.startsAt.toUTC().toISO()!,
      endsAt: this.endsAt.toUTC().toISO()!,
      assigneeId: this.assigneeId,
    }
  }

  private about(order: Order) {
    return { orderId: order.id, orderNumber: order.number, leadId: order.leadId }
  }
}
