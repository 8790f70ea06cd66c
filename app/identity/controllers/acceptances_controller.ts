import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'
import { InvitationClosedError } from '#app/identity/errors'
import { knownPersonValidator, newcomerValidator } from '#app/identity/acceptance_validator'
import { PASSWORD_LENGTH } from '#app/identity/password_input'
import { refuseUnsuitable } from '#app/sign_in/suitable_password'
import { deviceKey } from '#app/sign_in/device_key'
import { admit } from '#app/sign_in/admission'
import SignInAttempt from '#app/sign_in/sign_in_attempt'
import { reachOf } from '#app/identity/session_reach'
import AcceptanceTransformer from '#app/identity/acceptance_transformer'
import Identity from '#app/identity/identity'
import InvitationLink from '#app/identity/invitation_link'

/** Who is signed in by a credential of their own. */
async function personIn(ctx: HttpContext) {
  await ctx.auth.check()
  return reachOf(ctx).isLimited ? null : (ctx.auth.user ?? null)
}

export default class AcceptancesController {
  async create(ctx: HttpContext) {
    const { params, inertia, response } = ctx
    const signedIn = await personIn(ctx)
    const link = await InvitationLink.open(params.token)
    const state = link?.state ?? 'unknown'
    response.status(state === 'open' ? 200 : link ? 410 : 404)
    const known = link && (await link.login(signedIn))
    return inertia.render('identity/acceptances/create', {
      state,
      link: link && AcceptanceTransformer.transform(link),
      email: known?.email ?? link?.invitation.email,
      hasLogin: Boolean(known?.password),
      hasMoved: link !== null && !known && (await link.hasMoved()),
      shortest: PASSWORD_LENGTH,
      action: `/invitations/${params.token}`,
    })
  }

  async store(ctx: HttpContext) {
    const link = await InvitationLink.open(ctx.params.token)
    if (link?.state !== 'open') throw new InvitationClosedError()
    const known = await link.login(await personIn(ctx))
    const email = known?.email ?? link.invitation.email
    const { name, password } = await ctx.request.validateUsing(
      known?.password ? knownPersonValidator : newcomerValidator
    )
    if (!known?.password) await refuseUnsuitable(password, [email, name, link.tenant.name])
    const identity = known?.password
      ? await new SignInAttempt(email, ctx.request.ip(), deviceKey(ctx)).prove(password)
      : await Identity.begin({ email, name, password })
    await link.accept(identity, name, ctx.request.id())
    ctx.session.flash('notice', `Welcome to ${link.tenant.name}`)
    ctx.session.setIntendedUrl(mountFor(link.tenant.slug))
    return ctx.response.redirect().toPath(await admit(ctx, identity, { way: 'invitation' }))
  }
}
