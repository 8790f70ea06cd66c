import type { CrmNote } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { ifAllowed } from '#plugins/crm/permission'
import { ID, type SalesforceClient } from '#plugins/crm/salesforce/client'
import { quoted } from '#plugins/crm/salesforce/soql'

type On = { customerId: string; dealId?: string }

const LONGEST = 32_000
const FORBIDDEN =
  'Salesforce does not let us write activities. Let the user as whom we come in create and edit tasks.'

/** A note is a completed task, as which it stands in the activities of the contact and the opportunity. */
export const addTask = (client: SalesforceClient, note: CrmNote, on: On) =>
  ifAllowed(FORBIDDEN, addOnce(client, note, on))

async function addOnce(client: SalesforceClient, { text, at }: CrmNote, { customerId, dealId }: On) {
  const isThere = (object: string, id: string) =>
    ID.test(id) && client.call('GET', `/sobjects/${object}/${id}?fields=Id`)
  if (!(await isThere('Contact', customerId))) throw new CrmGoneError()
  if (dealId !== undefined && !(await isThere('Opportunity', dealId))) throw new CrmGoneError('deal')
  const subject = `Latchkey note of ${at}`
  const same = dealId === undefined ? '' : ` AND WhatId = ${quoted(dealId)}`
  const [known] = await client.query(
    `SELECT Id FROM Task WHERE WhoId = ${quoted(customerId)} AND Subject = ${quoted(subject)}${same} LIMIT 1`
  )
  if (known) return
  await client.call('POST', '/sobjects/Task', {
    Subject: subject,
    Description: text.slice(0, LONGEST),
    Status: 'Completed',
    ActivityDate: at.slice(0, 10),
    WhoId: customerId,
    ...(dealId !== undefined && { WhatId: dealId }),
  })
}
