import type { CrmNote } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { ifAllowed } from '#plugins/crm/permission'
import { isOfLead, type SalesforceClient } from '#plugins/crm/salesforce/client'
import { quoted } from '#plugins/crm/salesforce/soql'

type On = { customerId: string; dealId?: string }
type Place = { WhoId: string; WhatId?: string }
type Record = { Id: string }
type Lead = Record & { IsConverted: boolean; ConvertedOpportunityId: string | null }

const LONGEST = 32_000
const FORBIDDEN =
  'Salesforce does not let us write activities. Let the user as whom we come in create and edit tasks.'

/** A note is a completed task, as which it stands in the activities of the contact, and of the opportunity or the lead. */
export const addTask = (client: SalesforceClient, note: CrmNote, on: On) =>
  ifAllowed(FORBIDDEN, addOnce(client, note, on))

async function addOnce(client: SalesforceClient, note: CrmNote, on: On) {
  for (const place of await placesOf(client, on)) await addTo(client, note, place)
}

async function placesOf(client: SalesforceClient, { customerId, dealId }: On): Promise<Place[]> {
  const contact = await client.follow<Record>('Contact', customerId, ['Id'])
  if (!contact) throw new CrmGoneError()
  const own = { WhoId: contact.Id }
  if (dealId === undefined) return [own]
  if (!isOfLead(dealId)) {
    if (!(await client.find('Opportunity', dealId, ['Id']))) throw new CrmGoneError('deal')
    return [{ ...own, WhatId: dealId }]
  }
  const lead = await client.follow<Lead>('Lead', dealId, ['Id', 'IsConverted', 'ConvertedOpportunityId'])
  if (!lead) throw new CrmGoneError('deal')
  const { Id, IsConverted, ConvertedOpportunityId: heir } = lead
  // A task is of a contact or of a lead, and nothing is added to one that was converted.
  if (!IsConverted) return [own, { WhoId: Id }]
  return heir && (await client.find('Opportunity', heir, ['Id'])) ? [{ ...own, WhatId: heir }] : [own]
}

async function addTo(client: SalesforceClient, { text, at }: CrmNote, place: Place) {
  const subject = `Latchkey note of ${at}`
  const same = place.WhatId === undefined ? '' : ` AND WhatId = ${quoted(place.WhatId)}`
  const [known] = await client.query(
    `SELECT Id FROM Task WHERE WhoId = ${quoted(place.WhoId)} AND Subject = ${quoted(subject)}${same} LIMIT 1`
  )
  if (known) return
  await client.call('POST', '/sobjects/Task', {
    Subject: subject,
    Description: text.slice(0, LONGEST),
    Status: 'Completed',
    ActivityDate: at.slice(0, 10),
    ...place,
  })
}
