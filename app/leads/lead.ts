import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { column } from '@adonisjs/lucid/orm'
import { LeadSchema } from '#database/schema'
import { fold } from '#app/platform/folding'
import { nextNumber } from '#app/platform/number_series'
import { LeadClosedError } from '#app/leads/errors'
import { LeadCancelled, LeadCreated } from '#app/leads/lead_events'
import type { Answer, LeadSubmission } from '#app/leads/lead_submission'

export const LEAD_STATUSES = ['new', 'in_progress', 'converted', 'cancelled', 'lost'] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

/** A customer's request, from its arrival until it becomes an order, is cancelled or lost. */
export default class Lead extends LeadSchema {
  @column()
  declare status: LeadStatus

  @column({ prepare: (value: Answer[]) => JSON.stringify(value) })
  declare answers: Answer[]

  get isOpen() {
    return this.status === 'new' || this.status === 'in_progress'
  }

  get isCancelled() {
    return this.status === 'cancelled'
  }

  /** Takes a request in. The same submission again gives the lead it already made. */
  static async receive(submission: LeadSubmission): Promise<Lead> {
    const known = submission.key && (await this.receivedBefore(submission.key))
    return known || this.open(submission)
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
  }

  // Two posts of one form may arrive together: the second waits here until the first one's lead is there to find.
  private static async receivedBefore(key: string) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key])
    return this.findBy('submissionKey', key)
  }

  private static async open({ key, contact, ...submission }: LeadSubmission) {
    const lead = await this.create({
      number: await nextNumber('leads'),
      status: 'new',
      source: submission.source,
      customerId: submission.customerId,
      qrCodeId: submission.qrCodeId ?? null,
      leadFlowVersionId: submission.leadFlowVersionId ?? null,
      contactName: contact.name,
      contactPhone: contact.phone,
      contactEmail: contact.email,
      address: contact.address,
      nameNorm: fold(contact.name),
      summary: submission.summary,
      answers: submission.answers,
      submissionKey: key,
    })
    await LeadCreated.record(lead, {
      number: lead.number,
      source: lead.source,
      customerId: lead.customerId,
      qrCodeId: lead.qrCodeId,
      leadFlowVersionId: lead.leadFlowVersionId,
    })
    return lead
  }

  // Every change of status goes through the row's lock, so two hands cannot both win.
  private async lock() {
    await Lead.query().where('id', this.id).forUpdate().firstOrFail()
    await this.refresh()
  }
}
