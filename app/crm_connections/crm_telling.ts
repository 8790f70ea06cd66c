import { Current, SYSTEM } from '#app/platform/database/current'
import type { CrmHint as Told, CrmName } from '#plugins/crm/contract'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmHint from '#app/crm_connections/crm_hint'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import VendorTelling from '#app/vendor_connections/vendor_telling'

/** What a system outside tells by itself: for each company that has connected the account it is about, once. */
export async function hear(adapter: CrmName, told: Told[]) {
  const byAccount = Map.groupBy(told, ({ account }) => account)
  for (const { id, tenantId, account } of await VendorConnection.ofAccounts('crm', adapter, [
    ...byAccount.keys(),
  ]))
    await Current.run({ tenantId, actor: SYSTEM }, async () => {
      const connection = await CrmConnection.find(id)
      if (connection) await take(connection, byAccount.get(account)!)
    })
}

async function take(connection: CrmConnection, told: Told[]) {
  const fresh = await VendorTelling.takeOnce(
    connection.id,
    told.map(({ key }) => key)
  )
  const ids = told.filter(({ key }) => fresh.has(key)).flatMap((one) => one.ids)
  await CrmHint.note(connection, ids)
}
