import Lead from '#app/leads/lead'
import User from '#app/identity/user'
import { OFFICE } from '#app/notification_preferences/notification_kinds'
import { byId } from '#app/platform/by_id'
import { Current } from '#app/platform/database/current'

export const people = () => User.withRights().where('kind', 'person').whereNull('deactivatedAt').orderBy('id')

export const office = () =>
  Current.remembered('office', async () => [...(await people().whereIn('role', [...OFFICE]))])

/** A member as the one whom a mail goes to. */
export const asRecipient = ({ id, name, email }: User) => ({
  kind: 'user' as const,
  id,
  name,
  address: email,
})

export async function leadOf(id: string) {
  const read = async (ids: string[]) => byId(await Lead.query().whereIn('id', ids))
  return (await Current.rememberedOf('lead', { type: 'lead', id }, read)) ?? Lead.findOrFail(id)
}

/** Nobody is told of what they may not read. */
export async function readers(lead: Lead, users: User[], subject: 'leads' | 'messages' = 'leads') {
  const reaches = users.map((user) => user.reach('read', subject))
  const holders = await Lead.holdings.holdersFor(reaches, lead)
  return users.filter((_, index) => reaches[index].covers(holders))
}
