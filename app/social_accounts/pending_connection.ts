import type { HttpContext } from '@adonisjs/core/http'
import type { SocialPerson } from '#plugins/social_login/contract'
import { SocialLoginRefusedError } from '#app/social_accounts/errors'
import type { ProviderName } from '#app/social_accounts/social_provider'
import Identity from '#app/identity/identity'

const KEY = 'pendingSocialAccount'
const OPEN_FOR = 10 * 60 * 1000

export type PendingConnection = Pick<SocialPerson, 'subject' | 'email' | 'name'> & {
  provider: ProviderName
  identityId: string
  at: number
}

/** An account is about to be connected with a login whose owner has to show first that it is theirs. */
export function putPendingConnection({ session }: HttpContext, pending: Omit<PendingConnection, 'at'>) {
  session.put(KEY, { ...pending, at: Date.now() })
}

export async function pendingConnection({ session }: HttpContext) {
  const pending: PendingConnection | null = session.get(KEY, null)
  const identity = pending && Date.now() - pending.at < OPEN_FOR && (await Identity.find(pending.identityId))
  if (!identity || identity.disabledAt) throw new SocialLoginRefusedError('flow_lost')
  return { ...pending, identity }
}

export function forgetPendingConnection({ session }: HttpContext) {
  session.forget(KEY)
}
