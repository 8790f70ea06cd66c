import type { CrmDeal, CrmDeals, NewCrmDeal } from '#plugins/crm/contract'
import { CrmGoneError, CrmNotAllowedError, CrmStageGoneError } from '#plugins/crm/errors'
import { ConvertedLeadError } from '#plugins/crm/salesforce/answers'
import { isOfLead, type SalesforceClient } from '#plugins/crm/salesforce/client'
import { SalesforceLeads, toDeal, type Lead } from '#plugins/crm/salesforce/leads'
import { SalesforceOpportunities } from '#plugins/crm/salesforce/opportunities'

const OPPORTUNITIES = 'opportunities'
const LEADS = 'leads'

/** What is sold to contacts: opportunities, or leads which salespeople convert into some. The pipeline says which. */
export class SalesforceDeals implements CrmDeals {
  #opportunities: SalesforceOpportunities
  #leads: SalesforceLeads

  constructor(client: SalesforceClient, { keyField, timeZone }: { keyField: string; timeZone?: string }) {
    this.#opportunities = new SalesforceOpportunities(client, OPPORTUNITIES, timeZone)
    this.#leads = new SalesforceLeads(client, { keyField, pipelineId: LEADS })
  }

  /** Somebody may use the one without the other. */
  async pipelines() {
    const [opportunities, leads] = await Promise.all([
      this.#opportunities.stages().catch((error: unknown) => {
        if (error instanceof CrmNotAllowedError) return error
        throw error
      }),
      this.#leads.stages(),
    ])
    if (opportunities instanceof Error && leads.length === 0) throw opportunities
    const pipelines = [
      { id: OPPORTUNITIES, label: 'Opportunities', kind: 'deal' as const, stages: opportunities },
      { id: LEADS, label: 'Leads', kind: 'lead' as const, stages: leads },
    ]
    return pipelines.flatMap(({ stages, ...own }) =>
      stages instanceof Error || stages.length === 0 ? [] : [{ ...own, stages }]
    )
  }

  async get(id: string) {
    if (!isOfLead(id)) return this.#opportunities.get(id)
    const lead = await this.#leads.find(id)
    return lead && this.#present(lead)
  }

  /** Opportunities are merged by nobody. */
  async merged(ids: readonly string[]) {
    return this.#leads.merged(ids.filter(isOfLead))
  }

  async create(customerId: string, deal: NewCrmDeal, key: string) {
    return deal.pipelineId === LEADS
      ? this.#present(await this.#leads.create(customerId, deal, key))
      : this.#opportunities.create(customerId, deal, key)
  }

  async update(id: string, changes: Partial<NewCrmDeal>) {
    const { pipelineId = kindOf(id) } = changes
    if (![OPPORTUNITIES, LEADS].includes(pipelineId)) throw new CrmStageGoneError()
    if (pipelineId !== kindOf(id)) return this.#asItIs(id)
    return isOfLead(id) ? this.#changeLead(id, changes) : this.#opportunities.update(id, changes)
  }

  async #changeLead(id: string, changes: Partial<NewCrmDeal>) {
    const lead = await this.#leads.find(id)
    if (!lead) throw new CrmGoneError('deal')
    try {
      if (lead.Id.startsWith(id) && !lead.IsConverted) await this.#leads.change(lead, changes)
    } catch (error) {
      // Somebody converted it at this moment.
      if (!(error instanceof ConvertedLeadError)) throw error
    }
    return this.#asItIs(id)
  }

  async #asItIs(id: string) {
    const deal = await this.get(id)
    if (!deal) throw new CrmGoneError('deal')
    return deal
  }

  /** What a converted lead has become; without an opportunity, it stays what it was. */
  async #present(lead: Lead): Promise<CrmDeal> {
    const heir = lead.ConvertedOpportunityId
    return (heir && (await this.#opportunities.get(heir))) || toDeal(lead, LEADS)
  }
}

const kindOf = (id: string) => (isOfLead(id) ? LEADS : OPPORTUNITIES)
