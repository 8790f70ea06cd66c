import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LeadSchema } from '#database/schema'
import { fold } from '#app/platform/folding'
import { byId, named } from '#app/platform/by_id'
import { lockRow } from '#app/platform/database/row_lock'
import BookingPlace from '#app/bookings/booking_place'
import { partsNamed } from '#app/customers/named_parts'
import type Team from '#app/access/team'
import type { Action } from '#app/access/subjects'
import User from '#app/identity/user'
import { LeadAlreadyConvertedError, LeadClosedError } from '#app/leads/errors'
import {
  LeadCancelled,
  LeadConverted,
  LeadLost,
  LeadStarted,
  LeadUpdated,
  LeadWindowHeld,
} from '#app/leads/lead_events'
import LeadHandover from '#app/leads/lead_handover'
import { LEAD_HOLDINGS } from '#app/leads/lead_holdings'
import LeadIntake from '#app/leads/lead_intake'
import { tellOfLead } from '#app/leads/lead_news'
import type { Answer, LeadSubmission } from '#app/leads/lead_submission'

export const LEAD_STATUSES = ['new', 'in_progress', 'converted', 'cancelled', 'lost'] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

type LeadChanges = Partial<
  Pick<Lead, 'contactName' | 'contactPhone' | 'contactEmail' | 'address' | 'summary' | 'contactId' | 'siteId'>
>

const LATEST = 20

/** A customer's request, from its arrival until it becomes an order, is cancelled or lost. */
export default class Lead extends LeadSchema {
  static isWrittenAtEnd = true
  static isPointedTo = true

  @column()
  declare status: LeadStatus

  @column({ prepare: (value: Answer[]) => JSON.stringify(value) })
  declare answers: Answer[]

  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  static holdings = LEAD_HOLDINGS

  static history = [
    'contactName',
    'contactPhone',
    'contactEmail',
    'address',
    'contactId',
    'siteId',
    'summary',
    'status',
    'assigneeId',
    'teamId',
  ] as const

  /** The leads on which somebody may do something: those and no others exist to them. */
  static visibleTo(user: User, action: Action = 'read', size?: { few: boolean }) {
    return this.holdings.narrow(this.query(), user.reach(action, 'leads'), size)
  }

  /** Those of the leads that other records lead to which somebody may read, or their messages, by id. */
  static async seenOf(ids: (string | null)[], user: User, subject: 'leads' | 'messages' = 'leads') {
    const leads = this.holdings.narrow(this.query(), user.reach('read', subject))
    return byId(await leads.whereIn('leads.id', named(ids)))
  }

  static latestOf(customer: { id: string }, user: User) {
    const leads = this.visibleTo(user).where('leads.customer_id', customer.id)
    return leads.orderBy('leads.id', 'desc').limit(LATEST)
  }

  /** The number as people read it. */
  get reference() {
    return `${this.numberPrefix}${this.number}`
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

  /** What the customer meant, put right by the office. Saying the same again is calm. */
  async revise(changes: LeadChanges) {
    await this.lock()
    const given = Object.entries(changes).filter(([, value]) => value !== undefined)
    this.merge(Object.fromEntries(given) as LeadChanges as object)
    const fields = Object.keys(this.$dirty)
    if (fields.length === 0) return
    this.requireOpen()
    const { contactId, siteId } = this.$dirty
    await partsNamed(this.customerId, { contactId, siteId })
    this.nameNorm = fold(this.contactName)
    await this.save()
    await LeadUpdated.record(this, { number: this.number, fields })
    await this.tellScreens()
  }

  /** Withdraws the request. Doing it twice is calm. */
  async cancel() {
    await this.lock()
    if (this.isCancelled) return
    if (!this.isOpen) throw new LeadClosedError()
    this.cancelledAt = DateTime.utc()
    await BookingPlace.release(this)
    await this.become('cancelled', (from) => LeadCancelled.record(this, { number: this.number, from }))
  }

  /** Hands the lead to a colleague, or back to nobody. */
  assign(assignee: User | null) {
    return new LeadHandover(this).toColleague(assignee)
  }

  /** Gives the lead to a team, which sees it while nobody has it; or takes it from there. */
  giveTo(team: Team | null) {
    return new LeadHandover(this).toTeam(team)
  }

  /** Work on it begins, or begins again after it was given up. */
  async start() {
    await this.lock()
    if (this.status === 'in_progress') return
    if (this.status !== 'lost') this.requireOpen()
    await this.become('in_progress', (from) => LeadStarted.record(this, { number: this.number, from }))
  }

  /** Gives the request up, with the reason that the timeline keeps. */
  async lose(reason: string) {
    await this.lock()
    if (this.status === 'lost') return
    this.requireOpen()
    await BookingPlace.release(this)
    await this.become('lost', (from) => LeadLost.record(this, { number: this.number, from, reason }))
  }

  /** Keeps one of the company's windows for the customer while nobody has answered. */
  async holdWindow(key: string) {
    const place = await BookingPlace.hold(this, key)
    await LeadWindowHeld.record(this, {
      number: this.number,
      startsAt: place.startsAt.toUTC().toISO()!,
      endsAt: place.endsAt.toUTC().toISO()!,
      heldUntil: place.heldUntil!.toUTC().toISO()!,
    })
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
    this.convertedAt = DateTime.utc()
    await this.become('converted', () => LeadConverted.record(this, { number: this.number, ...into }))
  }

  /** The first answer to the customer counts; later ones change nothing. */
  async wasAnswered(at: DateTime) {
    await Lead.query()
      .where('id', this.id)
      .whereNull('firstRepliedAt')
      .update({ first_replied_at: at.toISO() })
  }

  /** Open lists and records of this company fetch the lead again. */
  async tellScreens() {
    await tellOfLead(this.id)
  }

  requireOpen() {
    if (this.isConverted) throw new LeadAlreadyConvertedError()
    if (!this.isOpen) throw new LeadClosedError()
  }

  private async become(status: LeadStatus, record: (from: LeadStatus) => Promise<unknown>) {
    const from = this.status
    this.status = status
    await this.save()
    await record(from)
    await this.tellScreens()
  }

  // Every change of status goes through the row's lock, so two hands cannot both win.
  async lock() {
    await lockRow(this)
  }
}
