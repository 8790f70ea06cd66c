import type User from '#app/identity/user'

/** Where the screens of those who see every lead of a company hear that one changed. */
export const leadsChannel = (tenantId: string) => `companies/${tenantId}/leads`

/** Where somebody who sees some of the leads hears of those. */
export const ownLeadsChannel = (tenantId: string, userId: string) =>
  `companies/${tenantId}/leads/for/${userId}`

export const leadsChannelOf = (user: User) =>
  user.level('read', 'leads') === 'all'
    ? leadsChannel(user.tenantId)
    : ownLeadsChannel(user.tenantId, user.id)
