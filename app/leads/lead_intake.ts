import db from '@adonisjs/lucid/services/db'
import { fold } from '#app/platform/folding'
import { nextReference } from '#app/platform/database/number_series'
import { Current } from '#app/platform/database/current'
import { LeadCreated } from '#app/leads/lead_events'
import { named } from '#app/platform/by_id'
import Lead from '#app/leads/lead'
import { tellOfLead } from '#app/leads/lead_news'
import type { LeadSubmission } from '#app/leads/lead_submission'

/** A request on its way in: the same submission again gives the lead it already made. */
export default class LeadIntake {
  constructor(private submission: LeadSubmission) {}

  async take(): Promise<Lead> {
    const { key } = this.submission
    const known = key && (await this.takenBefore(key))
    return known || this.open()
  }

  // Two posts of one form may arrive together: the second waits here until the first one's lead is there to find.
  private async takenBefore(key: string) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key])
    return Lead.findBy('submissionKey', key)
  }

  private async open() {
    const { key, contact, source, customerId, summary, answers } = this.submission
    const { qrCodeId = null, leadFlowVersionId = null, language = null } = this.submission
    const { contactId = null, siteId = null } = this.submission
    const { actor } = Current
    const lead = await Lead.create({
      ...(await nextReference('leads')),
      status: 'new',
      source,
      customerId,
      qrCodeId,
      leadFlowVersionId,
      contactId,
      siteId,
      contactName: contact.name,
      contactPhone: contact.phone,
      contactEmail: contact.email,
      address: contact.address,
      nameNorm: fold(contact.name),
      summary,
      language,
      answers,
      submissionKey: key,
      createdBy: actor.kind === 'user' || actor.kind === 'api' ? actor.id : null,
    })
    await LeadCreated.record(lead, { number: lead.number, source, customerId, qrCodeId, leadFlowVersionId })
    await tellOfLead(lead.id, { people: named([lead.createdBy]), teams: [] })
    return lead
  }
}
