import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { rotateSession } from '#app/sign_in/proof'
import { signIn } from '#app/sign_in/sign_in'
import { callbackUrl } from '#app/single_sign_on/issuer'
import { SignInRefusedError } from '#app/single_sign_on/errors'
import { endFlow } from '#app/single_sign_on/sso_flow'
import SsoSignIn from '#app/single_sign_on/sso_sign_in'
import type Identity from '#app/identity/identity'
import type Tenant from '#app/tenancy/tenant'

export default class CallbacksController {
  async show(ctx: HttpContext) {
    await ctx.auth.check()
    const flow = await endFlow(ctx, ctx.request.qs().state)
    const door = await SsoSignIn.ofFlow(flow)
    try {
      const answer = new URL(`${callbackUrl()}?${ctx.request.parsedUrl.query ?? ''}`)
      const { identity } = await door.arrive(flow, answer, ctx.request.id()!)
      await enter(ctx, identity, door.tenant)
    } catch (error) {
      if (!(error instanceof SignInRefusedError)) throw error
      ctx.logger.warn(
        { err: error, reason: error.reason, tenant: door.tenant.slug },
        'Single sign-on refused'
      )
      await door.noteRefusal(error, ctx.request.id()!)
      throw error
    }
    return ctx.response.redirect().toPath(flow.returnTo)
  }
}

// Whoever proved a credential of their own keeps what that opens; nobody else gains it from a company's issuer.
async function enter(ctx: HttpContext, identity: Identity, tenant: Tenant) {
  const reach = reachOf(ctx)
  const keepsMore = ctx.auth.user?.id === identity.id && !reach.isLimited
  if (keepsMore) {
    await rotateSession(ctx)
  } else {
    ctx.session.clear()
    await signIn(ctx, identity, { way: 'single_sign_on', only: tenant.id })
  }
  reach.vouch(tenant.id, { isLimited: !keepsMore })
}
