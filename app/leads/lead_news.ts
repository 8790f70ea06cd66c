import { live } from '#app/platform/live/live'
import { Current } from '#app/platform/database/current'
import type { Holders } from '#app/access/reach'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import { leadsChannel, ownLeadsChannel } from '#app/leads/lead_channel'

/** Open screens fetch the lead again: those of people who may read it, and of nobody else. */
export async function tellOfLead(leadId: string, known?: Holders) {
  if (live.isSilent) return
  await live.tell(leadsChannel(Current.tenantId), { leadId })
  for (const { id } of await limitedReadersOf(known ?? (await Lead.holdings.holders({ id: leadId }))))
    await live.tell(ownLeadsChannel(Current.tenantId, id), { leadId })
}

/** Somebody no longer has a lead, and hears that something changed, but not what. */
export async function tellFormerHolder(userId: string) {
  await live.tell(ownLeadsChannel(Current.tenantId, userId))
}

// Who sees some leads only: the holders themselves, or people whose custom role may reach their teams.
async function limitedReadersOf(holders: Holders) {
  if (holders.people.length + holders.teams.length === 0) return []
  const people = await User.withRights()
    .whereNull('deactivatedAt')
    .where((some) => some.whereIn('id', [...holders.people]).orWhereNotNull('roleId'))
  return people.filter((user) => {
    const reach = user.reach('read', 'leads')
    return reach.kind === 'some' && reach.covers(holders)
  })
}
