import type { HttpContext } from '@adonisjs/core/http'
import type { SignInWay } from '#app/sign_in/sign_in_events'
import Identity from '#app/identity/identity'

const OPEN_FOR = 10 * 60 * 1000

export type Pending = { identityId: string; way: SignInWay; isRemembered: boolean; at: number }

/** Between the first credential and the second factor: nobody is signed in yet. Under a session id of its own. */
export function putPending({ session }: HttpContext, pending: Omit<Pending, 'at'>) {
  session.put('pendingSignIn', { ...pending, at: Date.now() })
  session.regenerate()
}

/** Who is on the way in; null when nobody is, or it took too long. */
export async function pendingSignIn({ session }: HttpContext) {
  const pending: Pending | null = session.get('pendingSignIn', null)
  const identity = pending && Date.now() - pending.at < OPEN_FOR && (await Identity.find(pending.identityId))
  return identity && !identity.disabledAt ? { ...pending, identity } : null
}
