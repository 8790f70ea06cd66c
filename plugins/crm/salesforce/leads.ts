import type { CrmDeal, CrmStage, NewCrmDeal } from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmStageGoneError } from '#plugins/crm/errors'
import { ForbiddenError, ifAllowed } from '#plugins/crm/permission'
import type { SalesforceClient } from '#plugins/crm/salesforce/client'
import { isAmong } from '#plugins/crm/salesforce/soql'

export type Lead = {
  Id: string
  Description: string | null
  Status: string
  OwnerId: string
  IsConverted: boolean
  ConvertedOpportunityId: string | null
}
type Status = { ApiName: string; MasterLabel: string }
type Contact = { AccountId: string | null } & Record<string, string | null>
type Way = { keyField: string; pipelineId: string }

const LEAD = '/sobjects/Lead'
const FIELDS = ['Id', 'Description', 'Status', 'OwnerId', 'IsConverted', 'ConvertedOpportunityId']
const FORBIDDEN =
  'Salesforce does not let us use leads. Let the user as whom we come in read, create and edit them.'
const KEYS = 'keep a key of a lead without an external ID field of Lead'
const MOST = 200
const LONGEST_COMPANY = 255
/** Whose lead it is there: what of the contact stands in the lead too. */
const OF_CONTACT = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Email: 'Email',
  Phone: 'Phone',
  MailingStreet: 'Street',
  MailingPostalCode: 'PostalCode',
  MailingCity: 'City',
}
/** Where a company chooses countries and states from lists, only their codes may be written. */
const PLACES = { MailingState: 'State', MailingCountry: 'Country' }
/** Its rules for duplicates would refuse every lead, since its contact is there already; what a rule blocks, it still refuses. */
const ALIKE_IS_RIGHT = { 'sforce-duplicate-rule-header': 'allowSave=true' }
/** Rules that give leads to people would take it from whom it was given to. */
const OWNER_STAYS = { 'sforce-auto-assign': 'FALSE' }

/** Leads beside contacts, each found by a key that Salesforce itself keeps unique: a lead knows no contact until it is converted. */
export class SalesforceLeads {
  constructor(
    private client: SalesforceClient,
    private way: Way
  ) {}

  /** None where there is no place for keys, or where we may not use leads. Converted ones are made by people alone. */
  async stages(): Promise<CrmStage[]> {
    try {
      return (await this.#hasKeyField()) ? await this.#stages() : []
    } catch (error) {
      if (error instanceof ForbiddenError) return []
      throw error
    }
  }

  /** One that was merged into another is that one. */
  find(id: string) {
    return ifAllowed(FORBIDDEN, this.#find(id))
  }

  async merged(ids: readonly string[]) {
    return ids.length > 0 ? ifAllowed(FORBIDDEN, this.#merged(ids)) : []
  }

  create(customerId: string, deal: NewCrmDeal, key: string) {
    return ifAllowed(FORBIDDEN, this.#createOnce(customerId, deal, key))
  }

  change(lead: Lead, changes: Partial<NewCrmDeal>) {
    return ifAllowed(FORBIDDEN, this.#change(lead, changes))
  }

  async #stages() {
    const statuses = await this.client.query<Status>(
      `SELECT ApiName, MasterLabel FROM LeadStatus WHERE IsConverted = false ORDER BY SortOrder LIMIT ${MOST}`
    )
    return statuses.map(({ ApiName, MasterLabel }) => ({ id: ApiName, label: MasterLabel, end: null }))
  }

  #find(id: string) {
    return this.client.follow<Lead>('Lead', id, FIELDS)
  }

  async #merged(ids: readonly string[]) {
    const ended = await this.client.query<{ Id: string; MasterRecordId: string | null }>(
      `SELECT Id, MasterRecordId FROM Lead WHERE IsDeleted = true AND ${isAmong('Id', ids)} LIMIT ${ids.length}`,
      'queryAll'
    )
    return ended.filter((one) => one.MasterRecordId).map(({ Id }) => Id)
  }

  async #createOnce(customerId: string, deal: NewCrmDeal, key: string) {
    if (!(await this.#hasKeyField())) throw new CrmNotSupportedError('salesforce', KEYS)
    const path = `${LEAD}/${this.way.keyField}/${encodeURIComponent(key)}`
    const known = await this.client.call<Lead>('GET', `${path}?fields=${FIELDS.join()}`)
    if (known) return known
    const person = await this.#personOf(customerId)
    const { name, stageId, ownerId } = deal
    const fields = { ...person, ...(await this.#written({ stageId, ownerId })), Description: name }
    const headers = { ...ALIKE_IS_RIGHT, ...(ownerId && OWNER_STAYS) }
    const made = await this.client.call<{ id: string }>('PATCH', path, fields, headers)
    if (!made) throw new CrmNotSupportedError('salesforce', KEYS)
    return (await this.#find(made.id))!
  }

  async #change(lead: Lead, { name, ...changes }: Partial<NewCrmDeal>) {
    const [, ...words] = lead.Description?.split('\n') ?? []
    const fields = {
      ...(await this.#written(changes)),
      ...(name !== undefined && { Description: [name, ...words].join('\n') }),
    }
    const headers = { ...ALIKE_IS_RIGHT, ...OWNER_STAYS }
    if (Object.keys(fields).length > 0) await this.client.call('PATCH', `${LEAD}/${lead.Id}`, fields, headers)
  }

  // Salesforce may take any word for a status, so whether there is such a one is looked at first.
  async #written({ stageId, ownerId }: Partial<NewCrmDeal>) {
    const isThere = stageId === undefined || (await this.#stages()).some(({ id }) => id === stageId)
    if (!isThere) throw new CrmStageGoneError()
    return {
      ...(stageId !== undefined && { Status: stageId }),
      ...(ownerId !== undefined && { OwnerId: ownerId }),
    }
  }

  async #personOf(customerId: string) {
    const codes = (await this.client.fieldsOf('Contact')).has('MailingCountryCode') ? 'Code' : ''
    const places = Object.entries(PLACES).map(([theirs, own]) => [theirs + codes, own + codes])
    const fields = { ...OF_CONTACT, ...Object.fromEntries(places) } as Record<string, string>
    const names = ['AccountId', ...Object.keys(fields)]
    const contact = await this.client.follow<Contact>('Contact', customerId, names)
    if (!contact) throw new CrmGoneError()
    const known = Object.entries(fields).flatMap(([theirs, own]) =>
      contact[theirs] ? [[own, contact[theirs]]] : []
    )
    return { ...Object.fromEntries(known), Company: await this.#firmOf(contact) }
  }

  /** A lead is not kept without a company; who belongs to none is their own. */
  async #firmOf({ AccountId, FirstName, LastName }: Contact) {
    const name = AccountId && (await this.#nameOfAccount(AccountId))
    return (name || [FirstName, LastName].filter(Boolean).join(' ')).slice(0, LONGEST_COMPANY)
  }

  async #nameOfAccount(id: string) {
    try {
      return (await this.client.find<{ Name: string }>('Account', id, ['Id', 'Name']))?.Name ?? null
    } catch (error) {
      if (error instanceof ForbiddenError) return null
      throw error
    }
  }

  async #hasKeyField() {
    return (await this.client.fieldsOf('Lead')).has(this.way.keyField)
  }
}

/** Its name stands in the first line of its description: what a lead is called there is whose it is. */
export const toDeal = ({ Id, Description, Status, OwnerId }: Lead, pipelineId: string): CrmDeal => ({
  id: Id,
  name: Description?.split('\n')[0] ?? '',
  pipelineId,
  stageId: Status,
  ownerId: OwnerId,
})
