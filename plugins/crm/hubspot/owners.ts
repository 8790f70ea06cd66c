import type { CrmOwner } from '#plugins/crm/contract'
import { ifAllowed } from '#plugins/crm/permission'
import type { HubSpotClient } from '#plugins/crm/hubspot/client'

type Owner = {
  id: string
  email?: string
  firstName?: string
  lastName?: string
  archived: boolean
  type: 'PERSON' | 'QUEUE'
}
type Page = { results: Owner[]; paging?: { next?: { after?: string } } }

const FORBIDDEN =
  'HubSpot does not let us read owners. Connect again and agree to it, or let the token read owners.'
const PAGE = '100'
const MOST_PAGES = 50

export async function ownersIn(client: HubSpotClient, email?: string) {
  const query = new URLSearchParams({ limit: PAGE, ...(email && { email }) })
  const owners: CrmOwner[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = `/crm/owners/2026-09?${query}`
    const { results, paging } = (await ifAllowed(FORBIDDEN, client.call<Page>('GET', path)))!
    owners.push(...results.filter(({ archived, type }) => !archived && type === 'PERSON').map(toOwner))
    if (!paging?.next?.after) break
    query.set('after', paging.next.after)
  }
  return email ? owners.filter((one) => one.email === email.trim().toLowerCase()) : owners
}

const toOwner = ({ id, email, firstName, lastName }: Owner): CrmOwner => ({
  id,
  name: [firstName, lastName].filter(Boolean).join(' ') || email || `Owner ${id}`,
  email: email?.toLowerCase() ?? null,
})
