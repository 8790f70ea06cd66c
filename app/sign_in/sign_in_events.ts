import { defineEvent } from '#app/platform/events/events'
import type { EventDefinition } from '#app/platform/events/events'
import logger from '@adonisjs/core/services/logger'
import { Current, type Actor } from '#app/platform/database/current'
import type Identity from '#app/identity/identity'
import User from '#app/identity/user'

export type SignInWay =
  'password' | 'link' | 'password_reset' | 'invitation' | 'registration' | 'single_sign_on' | 'social'

export const UserSignedIn = defineEvent<{ way: SignInWay; browser: string; system: string }>(
  'user.signed_in',
  { audited: true }
)
export const UserSignInFailed = defineEvent<{ reason: 'password' | 'second_factor' | 'locked' }>(
  'user.sign_in_failed',
  { audited: true }
)
export const UserSignedOutEverywhere = defineEvent('user.signed_out_everywhere', { audited: true })
export const UserPasswordChanged = defineEvent<{ way: 'account' | 'reset' }>('user.password_changed', {
  audited: true,
})
export const UserEmailChanged = defineEvent<{ before: string; after: string }>('user.email_changed', {
  audited: true,
})
export const UserEmailChangeRefused = defineEvent<{ newEmail: string }>('user.email_change_refused', {
  audited: true,
})

/**
 * A person's sign-in concerns each company they work for, so it is recorded in all of them, unless it opens one only;
 * after the fact, and without a say in it.
 */
export async function recordInCompanies<Data>(
  identity: Identity,
  event: EventDefinition<Data>,
  data: Data,
  { only, by }: { only?: string; by?: Actor } = {}
) {
  try {
    const memberships = User.memberships(identity).if(only, (query) => query.where('tenantId', only!))
    for (const user of await memberships.orderBy('id')) {
      const actor = by ?? { kind: 'user' as const, id: user.id, name: user.name }
      await Current.run({ tenantId: user.tenantId, actor }, () => event.record(user, data))
    }
  } catch (error) {
    logger.error({ err: error, identity: identity.id, event: event.name }, 'Sign-in event not recorded')
  }
}
