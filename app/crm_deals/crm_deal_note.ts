import { CrmDealNoteSchema } from '#database/schema'
import type { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import type CrmDeal from '#app/crm_deals/crm_deal'
import Note from '#app/notes/note'

/** A note that went along to the system outside; without one of ours, it is the request's own words. */
export default class CrmDealNote extends CrmDealNoteSchema {
  static async hasSummary({ id: crmDealId }: CrmDeal) {
    return (await this.query().where({ crmDealId }).whereNull('noteId').first()) !== null
  }

  /** What colleagues noted since notes go along, and is not there yet. */
  static async waitingFor({ id, leadId }: CrmDeal, { notesSince }: CrmDealPlan): Promise<Note[]> {
    if (!notesSince) return []
    const told = this.query().where('crmDealId', id).whereNotNull('noteId').select('noteId')
    const notes = Note.ofLead({ id: leadId }).where('createdAt', '>=', notesSince.toISO()!)
    return [...(await notes.whereNotIn('id', told))]
  }
}
