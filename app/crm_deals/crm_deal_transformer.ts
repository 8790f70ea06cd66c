import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmDeal from '#app/crm_deals/crm_deal'

/** A request that the system outside did not take as a deal. */
export default class CrmDealTransformer extends BaseTransformer<CrmDeal> {
  toObject() {
    const { id, failure, lead } = this.resource
    return { id, failure, lead: { id: lead.id, reference: lead.reference, contactName: lead.contactName } }
  }
}
