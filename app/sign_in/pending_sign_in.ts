import type { HttpContext } from '@adonisjs/core/http'
import { rotateSession } from '#app/sign_in/proof'
import type { SignInWay } from '#app/sign_in/sign_in_events'
import Identity from '#app/identity/identity'

const OPEN_FOR = 10 * 60 * 1000

export type Pending = { identityId: string; way: SignInWay; isRemembered: boolean; at: number }

/**
 * Between the first credential and the second factor, under a session id of its own. Somebody may be signed in already, as
 * far as a company's issuer goes; that session stays one that can be ended from elsewhere.
 */
export async function putPending(ctx: HttpContext, pending: Omit<Pending, 'at'>) {
  ctx.session.put('pendingSignIn', { ...pending, at: Date.now() })
  if (await ctx.auth.check()) await rotateSession(ctx)
  else ctx.session.regenerate()
}

/** Who is on the way in; null when nobody is, or it took too long. */
export async function pendingSignIn({ session }: HttpContext) {
  const pending: Pending | null = session.get('pendingSignIn', null)
  const identity = pending && Date.now() - pending.at < OPEN_FOR && (await Identity.find(pending.identityId))
  return identity && !identity.disabledAt ? { ...pending, identity } : null
}
