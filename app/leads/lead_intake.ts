import { fold } from '#app/platform/folding'
import { FIRST, nextReference, type Reference } from '#app/platform/database/number_series'
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
    const { leadId, ...reference } = key
      ? await numberFor(key)
      : { leadId: null, ...(await nextReference('leads')) }
    return leadId ? Lead.findOrFail(leadId) : this.open(reference)
  }

  private async open(reference: Reference) {
    const { key, contact, source, customerId, summary, answers } = this.submission
    const { qrCodeId = null, leadFlowVersionId = null, language = null } = this.submission
    const { contactId = null, siteId = null } = this.submission
    const { actor } = Current
    const lead = await Lead.create({
      ...reference,
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

/** The lead that the submission became before, else the next number for one. */
async function numberFor(key: string): Promise<Reference & { leadId: string | null }> {
  const { rows } = await Current.trx
    .knexRawQuery(
      `select lead_id as "leadId", lead_number as number, lead_prefix as "numberPrefix" from number_for_submission(?, ?)`,
      [key, FIRST]
    )
    .options({ name: 'number_for_submission' })
  return rows[0]
}
