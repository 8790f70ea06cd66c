import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { noteProof, rotateSession } from '#app/sign_in/proof'
import { signIn } from '#app/sign_in/sign_in'
import { callbackUrl } from '#app/single_sign_on/issuer'
import { SignInRefusedError } from '#app/single_sign_on/errors'
import { noting } from '#app/single_sign_on/noted_refusal'
import { endFlow, type SsoFlow } from '#app/single_sign_on/sso_flow'
import { keepSessionAtIssuer, type SessionAtIssuer } from '#app/single_sign_on/session_at_issuer'
import SsoSignIn from '#app/single_sign_on/sso_sign_in'
import type Identity from '#app/identity/identity'

export default class CallbacksController {
  async show(ctx: HttpContext) {
    await ctx.auth.check()
    const flow = await endFlow(ctx, ctx.request.qs().state)
    const door = await SsoSignIn.ofFlow(flow)
    const answer = new URL(`${callbackUrl()}?${ctx.request.parsedUrl.query ?? ''}`)
    const enter = flow.purpose === 'confirm' ? confirm : arrive
    return ctx.response.redirect().toPath(await noting(ctx, door, () => enter(ctx, flow, door, answer)))
  }
}

async function arrive(ctx: HttpContext, flow: SsoFlow, door: SsoSignIn, answer: URL) {
  const { identity, there } = await door.arrive(flow, answer, ctx.request.id()!)
  await enter(ctx, identity, there)
  return flow.returnTo
}

async function confirm(ctx: HttpContext, flow: SsoFlow, door: SsoSignIn, answer: URL) {
  await door.confirm(flow, answer, ctx.request.id()!)
  if (ctx.auth.user?.id !== flow.identityId) throw new SignInRefusedError('other_person')
  await noteProof(ctx)
  return flow.isPopup ? '/sso/callback/confirmed' : (ctx.session.pullIntendedUrl() ?? flow.returnTo)
}

// Whoever proved a credential of their own keeps what that opens; nobody else gains it from a company's issuer.
async function enter(ctx: HttpContext, identity: Identity, there: SessionAtIssuer) {
  const reach = reachOf(ctx)
  const keepsMore = ctx.auth.user?.id === identity.id && !reach.isLimited
  if (keepsMore) {
    await rotateSession(ctx)
  } else {
    ctx.session.clear()
    keepSessionAtIssuer(ctx, there)
    await signIn(ctx, identity, { way: 'single_sign_on', only: there.tenantId })
  }
  reach.vouch(there.tenantId, { isLimited: !keepsMore })
}
