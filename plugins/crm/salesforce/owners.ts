import type { CrmOwner } from '#plugins/crm/contract'
import { ifAllowed } from '#plugins/crm/permission'
import type { SalesforceClient } from '#plugins/crm/salesforce/client'
import { quoted } from '#plugins/crm/salesforce/soql'

type User = { Id: string; Name: string; Email: string | null }

const PAGE = 200
const MOST_PAGES = 50
const BEFORE_ALL = '000000000000000'
const FORBIDDEN = 'Salesforce does not let us read users. Let the user as whom we come in see them.'

export async function ownersIn(client: SalesforceClient, email?: string): Promise<CrmOwner[]> {
  const named = email === undefined ? '' : ` AND Email = ${quoted(email.trim())}`
  const owners: CrmOwner[] = []
  for (let page = 0, last = BEFORE_ALL; page < MOST_PAGES; page++) {
    const users = await ifAllowed(
      FORBIDDEN,
      client.query<User>(
        `SELECT Id, Name, Email FROM User
         WHERE IsActive = true AND UserType = 'Standard' AND Id > ${quoted(last)}${named} ORDER BY Id LIMIT ${PAGE}`
      )
    )
    owners.push(...users.map(toOwner))
    if (users.length < PAGE) break
    last = users.at(-1)!.Id
  }
  return owners
}

const toOwner = ({ Id, Name, Email }: User) => ({
  id: Id,
  name: Name || Email || `User ${Id}`,
  email: Email?.toLowerCase() ?? null,
})
