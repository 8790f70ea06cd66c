import { DateTime } from 'luxon'
import type { CrmDeal, CrmStage, NewCrmDeal } from '#plugins/crm/contract'
import { CrmGoneError, CrmStageGoneError } from '#plugins/crm/errors'
import { ifAllowed } from '#plugins/crm/permission'
import type { SalesforceClient } from '#plugins/crm/salesforce/client'
import { quoted } from '#plugins/crm/salesforce/soql'

type Opportunity = { Id: string; Name: string; StageName: string; OwnerId: string }
type Belonging = { Id: string; AccountId: string | null }
type Stage = { ApiName: string; MasterLabel: string; IsClosed: boolean; IsWon: boolean }
type Role = { OpportunityId: string; Opportunity?: { Description: string | null } | null }

const OPPORTUNITY = '/sobjects/Opportunity'
const FIELDS = ['Id', 'Name', 'StageName', 'OwnerId']
const FORBIDDEN =
  'Salesforce does not let us use opportunities. Let the user as whom we come in read, create and edit them.'
const LONGEST_NAME = 120
/** An opportunity is not kept without a day on which it is to be closed. */
const DAYS = 30
const MOST = 200

/** Opportunities of contacts. The key stands in the description, by which the contact's own opportunities are looked through. */
export class SalesforceOpportunities {
  constructor(
    private client: SalesforceClient,
    private pipelineId: string,
    private timeZone = 'UTC'
  ) {}

  /** All stand in one row there; record types choose among them. */
  stages() {
    return ifAllowed(FORBIDDEN, this.#stages())
  }

  get(id: string) {
    return ifAllowed(FORBIDDEN, this.#find(id))
  }

  create(customerId: string, deal: NewCrmDeal, key: string) {
    return ifAllowed(FORBIDDEN, this.#createOnce(customerId, deal, key))
  }

  update(id: string, changes: Partial<NewCrmDeal>) {
    return ifAllowed(FORBIDDEN, this.#change(id, changes))
  }

  async #stages() {
    const stages = await this.client.query<Stage>(
      `SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage
       WHERE IsActive = true ORDER BY SortOrder LIMIT ${MOST}`
    )
    return stages.map(toStage)
  }

  async #find(id: string) {
    const found = await this.client.find<Opportunity>('Opportunity', id, FIELDS)
    return found && this.#toDeal(found)
  }

  async #createOnce(customerId: string, deal: NewCrmDeal, key: string) {
    const contact = await this.client.follow<Belonging>('Contact', customerId, ['Id', 'AccountId'])
    if (!contact) throw new CrmGoneError()
    const known = await this.#createdWith(contact.Id, key)
    if (known) return known
    const made = await this.client.call<{ id: string }>('POST', OPPORTUNITY, {
      CloseDate: this.#dayAfter(DAYS),
      ...(await this.#written(deal)),
      ContactId: contact.Id,
      ...(contact.AccountId && { AccountId: contact.AccountId }),
      Description: markOf(key),
    })
    return (await this.#find(made!.id))!
  }

  async #createdWith(contactId: string, key: string) {
    const roles = await this.client.query<Role>(
      `SELECT OpportunityId, Opportunity.Description FROM OpportunityContactRole
       WHERE ContactId = ${quoted(contactId)} ORDER BY CreatedDate DESC LIMIT ${MOST}`
    )
    const mark = markOf(key)
    const role = roles.find(({ Opportunity: one }) => one?.Description?.includes(mark))
    return role ? this.#find(role.OpportunityId) : null
  }

  async #change(id: string, changes: Partial<NewCrmDeal>) {
    if (!(await this.#find(id))) throw new CrmGoneError('deal')
    const fields = await this.#written(changes)
    if (Object.keys(fields).length > 0) await this.client.call('PATCH', `${OPPORTUNITY}/${id}`, fields)
    const deal = await this.#find(id)
    if (!deal) throw new CrmGoneError('deal')
    return deal
  }

  // Salesforce takes any word for a stage, so whether there is such a one is looked at first.
  async #written({ name, pipelineId, stageId, ownerId }: Partial<NewCrmDeal>) {
    const stage = stageId === undefined ? null : await this.#stageOf(stageId)
    if (pipelineId !== undefined && pipelineId !== this.pipelineId) throw new CrmStageGoneError()
    return {
      ...(name !== undefined && { Name: name.slice(0, LONGEST_NAME) }),
      ...(stage && { StageName: stage.id }),
      ...(stage?.end && { CloseDate: this.#dayAfter(0) }),
      ...(ownerId !== undefined && { OwnerId: ownerId }),
    }
  }

  async #stageOf(id: string) {
    const stage = (await this.#stages()).find((one) => one.id === id)
    if (!stage) throw new CrmStageGoneError()
    return stage
  }

  #dayAfter(days: number) {
    return DateTime.now().setZone(this.timeZone).plus({ days }).toISODate()!
  }

  #toDeal({ Id, Name, StageName, OwnerId }: Opportunity): CrmDeal {
    return { id: Id, name: Name, pipelineId: this.pipelineId, stageId: StageName, ownerId: OwnerId }
  }
}

const toStage = ({ ApiName, MasterLabel, IsClosed, IsWon }: Stage): CrmStage => {
  const closed = IsWon ? 'won' : 'lost'
  return { id: ApiName, label: MasterLabel, end: IsClosed ? closed : null }
}

const markOf = (key: string) => `Latchkey ${key}`
