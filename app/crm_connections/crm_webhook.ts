import { Current, SYSTEM } from '#app/platform/database/current'
import type { CrmHint as Hint, CrmName } from '#plugins/crm/contract'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmHint from '#app/crm_connections/crm_hint'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import ReceivedWebhook from '#app/vendor_connections/received_webhook'

/** What a webhook names: for each company that has connected the account it is about, once. */
export async function receive(adapter: CrmName, hints: Hint[]) {
  const byAccount = Map.groupBy(hints, ({ account }) => account)
  for (const { id, tenantId, account } of await VendorConnection.ofAccounts('crm', adapter, [
    ...byAccount.keys(),
  ]))
    await Current.run({ tenantId, actor: SYSTEM }, async () => {
      const connection = await CrmConnection.find(id)
      if (connection) await take(connection, byAccount.get(account)!)
    })
}

async function take(connection: CrmConnection, hints: Hint[]) {
  const fresh = await ReceivedWebhook.takeOnce(
    connection.id,
    hints.map(({ key }) => key)
  )
  const ids = hints.filter(({ key }) => fresh.has(key)).flatMap((one) => one.ids)
  await CrmHint.note(connection, ids)
}
