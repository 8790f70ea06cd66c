import type { HttpContext } from '@adonisjs/core/http'
import { signIn } from '#app/sign_in/sign_in'
import type { SignInWay } from '#app/sign_in/sign_in_events'
import type Identity from '#app/identity/identity'

/** Lets somebody in who has shown a first credential, and says where to go next. */
export async function admit(
  ctx: HttpContext,
  identity: Identity,
  by: { way: SignInWay; isRemembered?: boolean }
) {
  const intended = ctx.session.pullIntendedUrl()
  await signIn(ctx, identity, by)
  return intended ?? '/'
}
