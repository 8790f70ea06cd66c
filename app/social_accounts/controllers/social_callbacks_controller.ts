import type { HttpContext } from '@adonisjs/core/http'
import { admit } from '#app/sign_in/admission'
import { SocialLoginRefusedError } from '#app/social_accounts/errors'
import { endFlow, type SocialFlow } from '#app/social_accounts/social_flow'
import { labelOf } from '#app/social_accounts/social_provider'
import { putPendingConnection } from '#app/social_accounts/pending_connection'
import SocialArrival from '#app/social_accounts/social_arrival'

/** Where a provider sends somebody back to. */
export default class SocialCallbacksController {
  async show(ctx: HttpContext) {
    await ctx.auth.check()
    const flow = await endFlow(ctx)
    const arrival = await SocialArrival.of(ctx, flow)
    const place = flow.purpose === 'connect' ? connect(ctx, flow, arrival) : signIn(ctx, flow, arrival)
    return ctx.response.redirect().toPath(await place)
  }
}

async function connect(ctx: HttpContext, flow: SocialFlow, arrival: SocialArrival) {
  const identity = ctx.auth.user
  if (identity?.id !== flow.identityId) throw new SocialLoginRefusedError('flow_lost')
  await arrival.connectWith(identity!)
  ctx.session.flash('notice', `${labelOf(flow.provider)} is connected`)
  return '/account/sign_in'
}

async function signIn(ctx: HttpContext, flow: SocialFlow, arrival: SocialArrival) {
  const known = await arrival.knownAccount()
  if (known) {
    await known.account.noteSignIn()
    return admit(ctx, known.identity, { way: 'social' })
  }
  const { identity, mustProve } = await arrival.ownerOfAddress()
  if (mustProve) {
    const { subject, email, name } = arrival.person
    const { provider } = flow
    putPendingConnection(ctx, { provider, subject, email, name, identityId: identity.id })
    return '/login/connection'
  }
  await arrival.connectWith(identity)
  return admit(ctx, identity, { way: 'social' })
}
