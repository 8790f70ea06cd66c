import type { HttpContext } from '@adonisjs/core/http'
import { admit } from '#app/sign_in/admission'
import { LinkClosedError } from '#app/sign_in/errors'
import { openLink, openLinkOrFail } from '#app/sign_in/opened_link'

/** Signing in with the link of a mail: the page only asks, the button does it. */
export default class LinkSignInsController {
  async create(ctx: HttpContext) {
    await ctx.auth.check()
    const opened = await openLink(ctx, 'sign_in')
    return ctx.inertia.render('sign_in/link_sign_ins/create', {
      email: opened?.identity.email ?? null,
      action: ctx.request.url(),
    })
  }

  async store(ctx: HttpContext) {
    const { link, identity } = await openLinkOrFail(ctx, 'sign_in')
    if (!(await link.consume())) throw new LinkClosedError()
    return ctx.response.redirect().toPath(await admit(ctx, identity, { way: 'link' }))
  }
}
