import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LeadSchema } from '#database/schema'
import { live } from '#app/platform/live'
import { Current } from '#app/platform/current'
import { lockRow } from '#app/platform/row_lock'
import User from '#app/identity/user'
import { LeadAlreadyConvertedError, LeadClosedError } from '#app/leads/errors'
import { LeadAssigned, LeadCancelled, LeadConverted, LeadLost, LeadStarted } from '#app/leads/lead_events'
import LeadIntake from '#app/leads/lead_intake'
import { leadsChannel } from '#app/leads/lead_channel'
import type { Answer, LeadSubmission } from '#app/leads/lead_submission'

export const LEAD_STATUSES = ['new', 'in_progress', 'converted', 'cancelled', 'lost'] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

/** A customer's request, from its arrival until it becomes an order, is cancelled or lost. */
export default class Lead extends LeadSchema {
  @column()
  declare status: LeadStatus

  @column({ prepare: (value: Answer[]) => JSON.stringify(value) })
  declare answers: Answer[]

  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  /** The office sees every lead; people in the field see theirs and those they are to visit. */
  static visibleTo(user: User) {
    const leads = this.query()
    if (user.isAtDesk) return leads
    const own = { tenant_id: Current.tenantId, assignee_id: user.id }
    const visited = db
      .from('visits')
      .join('orders', (on) =>
        on.on('orders.tenant_id', 'visits.tenant_id').andOn('orders.id', 'visits.order_id')
      )
      .where({ 'visits.tenant_id': own.tenant_id, 'visits.assignee_id': own.assignee_id })
      .whereNotNull('orders.lead_id')
      .select('orders.lead_id')
    return leads.whereIn('leads.id', db.from('leads').where(own).select('id').union(visited))
  }

  get isOpen() {
    return this.status === 'new' || this.status === 'in_progress'
  }

  get isCancelled() {
    return this.status === 'cancelled'
  }

  get isConverted() {
    return this.status === 'converted'
  }

  /** Takes a request in. The same submission again gives the lead it already made. */
  static receive(submission: LeadSubmission): Promise<Lead> {
    return new LeadIntake(submission).take()
  }

  /** Withdraws the request. Doing it twice is calm. */
  async cancel() {
    await this.lock()
    if (this.isCancelled) return
    if (!this.isOpen) throw new LeadClosedError()
    const from = this.status
    this.status = 'cancelled'
    this.cancelledAt = DateTime.utc()
    await this.save()
    await LeadCancelled.record(this, { number: this.number, from })
    await this.tellScreens()
  }

  /** Hands the lead to a colleague, or back to nobody. */
  async assign(assignee: User | null) {
    await this.lock()
    const previousId = this.assigneeId
    const assigneeId = assignee?.id ?? null
    if (assigneeId === previousId) return
    if (this.isCancelled) throw new LeadClosedError()
    this.assigneeId = assigneeId
    await this.save()
    await LeadAssigned.record(this, { number: this.number, assigneeId, previousId })
    await this.tellScreens()
  }

  /** Work on it begins, or begins again after it was given up. */
  async start() {
    await this.lock()
    if (this.status === 'in_progress') return
    if (this.status !== 'lost') this.requireOpen()
    const from = this.status
    this.status = 'in_progress'
    await this.save()
    await LeadStarted.record(this, { number: this.number, from })
    await this.tellScreens()
  }

  /** Gives the request up, with the reason that the timeline keeps. */
  async lose(reason: string) {
    await this.lock()
    if (this.status === 'lost') return
    this.requireOpen()
    const from = this.status
    this.status = 'lost'
    await this.save()
    await LeadLost.record(this, { number: this.number, from, reason })
    await this.tellScreens()
  }

  /** The request has become an order: `Order.fromLead` calls this, in the same unit. */
  async convert(into: {
    orderId: string
    orderNumber: number
    visitId: string
    startsAt: string
    endsAt: string
  }) {
    this.requireOpen()
    this.status = 'converted'
    this.convertedAt = DateTime.utc()
    await this.save()
    await LeadConverted.record(this, { number: this.number, ...into })
    await this.tellScreens()
  }

  /** Open lists and records of this company fetch the lead again. */
  async tellScreens() {
    await live.tell(leadsChannel(this.tenantId), { leadId: this.id })
  }

  requireOpen() {
    if (this.isConverted) throw new LeadAlreadyConvertedError()
    if (!this.isOpen) throw new LeadClosedError()
  }

  // Every change of status goes through the row's lock, so two hands cannot both win.
  async lock() {
    await lockRow(this)
  }
}
