import type { HttpContext } from '@adonisjs/core/http'
import { openChange, openChangeOrFail } from '#app/sign_in/opened_change'
import IdentityLink from '#app/sign_in/identity_link'

/** The old address agrees to the new one, or refuses it. */
export default class EmailApprovalsController {
  async create(ctx: HttpContext) {
    await ctx.auth.check()
    const opened = await openChange(ctx, 'email_approval')
    return ctx.inertia.render('sign_in/email_approvals/create', {
      change: opened && { email: opened.identity.email, newEmail: opened.change.newEmail },
      action: ctx.request.url(),
    })
  }

  async store(ctx: HttpContext) {
    const { change, link, identity } = await openChangeOrFail(ctx, 'email_approval')
    const isDone = await change.agree('approvedAt', link, identity)
    ctx.session.flash('agreed', { isDone, email: change.newEmail })
    return ctx.response.redirect().toRoute('sign_in.email_agreements.show')
  }

  /** Whoever asked was signed in, so the one who refuses should choose another password: their mailbox lets them. */
  async destroy(ctx: HttpContext) {
    const { change, link, identity } = await openChangeOrFail(ctx, 'email_approval')
    await change.refuse(link, identity)
    const secret = await IdentityLink.mint({ kind: 'password_reset', identityId: identity.id })
    ctx.session.flash(
      'notice',
      'Refused. Somebody who is signed in as you asked for it: choose a new password.'
    )
    return ctx.response.redirect().toRoute('sign_in.password_resets.create', { secret })
  }
}
