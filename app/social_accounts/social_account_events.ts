import { defineEvent } from '#app/platform/events/events'

export const UserSocialAccountConnected = defineEvent<{ provider: string }>('user.social_account_connected', {
  audited: true,
})
export const UserSocialAccountDisconnected = defineEvent<{ provider: string }>(
  'user.social_account_disconnected',
  { audited: true }
)
