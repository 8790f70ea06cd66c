import type User from '#app/identity/user'
import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'

/** For those who can connect it again: the system that lets the company in no more. */
export async function lostConnectionFor(user: User) {
  const lost = user.may('edit', 'settings') ? await CrmConnection.lost() : null
  return lost && { label: (await crm.classOf(lost.adapter)).label }
}
