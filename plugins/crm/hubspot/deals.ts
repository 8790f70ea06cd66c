import type { CrmDeal, CrmDeals, CrmPipeline, CrmStage, NewCrmDeal } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { ifAllowed } from '#plugins/crm/permission'
import { ID, OBJECTS, type HubSpotClient } from '#plugins/crm/hubspot/client'
import { HubSpotKeys, KEY } from '#plugins/crm/hubspot/keys'
import type { Contact } from '#plugins/crm/hubspot/mapper'

type Deal = Pick<Contact, 'id' | 'properties'>
type Stage = { id: string; label: string; displayOrder: number; archived: boolean; metadata: Metadata }
type Metadata = { isClosed?: string; probability?: string }
type Pipeline = Omit<Stage, 'metadata'> & { stages: Stage[] }

const DEALS = `${OBJECTS}/deals`
const CONTACTS = `${OBJECTS}/contacts`
const FORBIDDEN =
  'HubSpot does not let us use deals. Connect again and agree to them, or let the token read and write deals.'
const PROPERTY_OF = {
  name: 'dealname',
  pipelineId: 'pipeline',
  stageId: 'dealstage',
  ownerId: 'hubspot_owner_id',
} as const
const PROPERTIES = Object.values(PROPERTY_OF)
/** HubSpot's number for “deal of a contact”. */
const OF_CONTACT = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }]

export class HubSpotDeals implements CrmDeals {
  #keys: HubSpotKeys

  constructor(private client: HubSpotClient) {
    this.#keys = new HubSpotKeys(client, 'deals')
  }

  async pipelines() {
    const asked = this.client.call<{ results: Pipeline[] }>('GET', '/crm/pipelines/2026-09/deals')
    const { results } = (await ifAllowed(FORBIDDEN, asked))!
    return inOrder(results)
      .map(toPipeline)
      .filter(({ stages }) => stages.length > 0)
  }

  async get(id: string) {
    const deal = await ifAllowed(FORBIDDEN, this.#find(id))
    return deal && toDeal(deal)
  }

  create(customerId: string, deal: NewCrmDeal, key: string) {
    return ifAllowed(FORBIDDEN, this.#createOnce(customerId, deal, key))
  }

  update(id: string, changes: Partial<NewCrmDeal>) {
    return ifAllowed(FORBIDDEN, this.#change(id, changes))
  }

  // Read first: what is written by the id of one that was merged would be written into another.
  async #change(id: string, changes: Partial<NewCrmDeal>) {
    const deal = await this.#find(id)
    if (!deal) throw new CrmGoneError('deal')
    if (deal.id !== id) return toDeal(deal)
    const written = await this.client.call<Deal>('PATCH', `${DEALS}/${id}`, {
      properties: toProperties(changes),
    })
    if (!written) throw new CrmGoneError('deal')
    return toDeal({ ...written, properties: { ...deal.properties, ...written.properties } })
  }

  async #createOnce(customerId: string, deal: NewCrmDeal, key: string) {
    const find = () => this.#keys.find(key, PROPERTIES)
    const known = (await find()) ?? (await this.#make(customerId, deal, { key, find }))
    return toDeal((await this.#find(known.id)) ?? known)
  }

  async #make(
    customerId: string,
    deal: NewCrmDeal,
    { key, find }: { key: string; find: () => Promise<Deal | null> }
  ) {
    const isThere = ID.test(customerId) && (await this.client.call('GET', `${CONTACTS}/${customerId}`))
    if (!isThere) throw new CrmGoneError()
    const properties = { ...toProperties(deal), [KEY]: key }
    const associations = [{ to: { id: customerId }, types: OF_CONTACT }]
    const send = async () => (await this.client.call<Deal>('POST', DEALS, { properties, associations }))!
    return this.#keys.once(send, find)
  }

  async #find(id: string) {
    const query = new URLSearchParams({ properties: PROPERTIES.join() })
    return ID.test(id) ? this.client.call<Deal>('GET', `${DEALS}/${id}?${query}`) : null
  }
}

const toDeal = ({ id, properties }: Deal): CrmDeal => ({
  id,
  name: properties.dealname ?? '',
  pipelineId: properties.pipeline ?? '',
  stageId: properties.dealstage ?? '',
  ownerId: properties.hubspot_owner_id || null,
})

const toProperties = (deal: Partial<NewCrmDeal>) =>
  Object.fromEntries(
    Object.entries(PROPERTY_OF).flatMap(([field, property]) => {
      const value = deal[field as keyof typeof PROPERTY_OF]
      return value === undefined ? [] : [[property, value]]
    })
  )

const toPipeline = ({ id, label, stages }: Pipeline): CrmPipeline => ({
  id,
  label,
  stages: inOrder(stages).map(toStage),
})

const toStage = ({ id, label, metadata }: Stage): CrmStage => ({ id, label, end: endOf(metadata) })

function endOf({ isClosed, probability }: Metadata) {
  if (isClosed !== 'true') return null
  return Number(probability) > 0 ? 'won' : 'lost'
}

const inOrder = <One extends { displayOrder: number; archived: boolean }>(all: One[]) =>
  all.filter(({ archived }) => !archived).sort((one, other) => one.displayOrder - other.displayOrder)
