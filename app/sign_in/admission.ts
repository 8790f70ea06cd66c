import type { HttpContext } from '@adonisjs/core/http'
import { putPending } from '#app/sign_in/pending_sign_in'
import { signIn } from '#app/sign_in/sign_in'
import type { SignInWay } from '#app/sign_in/sign_in_events'
import type Identity from '#app/identity/identity'

const SECOND_FACTOR = '/login/second_factor'

/** Lets somebody in who has shown a first credential, or has them show the second factor first. Says where to go. */
export async function admit(
  ctx: HttpContext,
  identity: Identity,
  { way, isRemembered = false }: { way: SignInWay; isRemembered?: boolean }
) {
  if (identity.twoFactorAt) {
    await putPending(ctx, { identityId: identity.id, way, isRemembered })
    return SECOND_FACTOR
  }
  const intended = ctx.session.pullIntendedUrl()
  await signIn(ctx, identity, { way, isRemembered })
  return intended ?? '/'
}
