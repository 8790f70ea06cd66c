import type { HttpContext } from '@adonisjs/core/http'
import { openChange, openChangeOrFail } from '#app/sign_in/opened_change'

/** The new address shows that it is the person's. */
export default class EmailProofsController {
  async create(ctx: HttpContext) {
    await ctx.auth.check()
    const opened = await openChange(ctx, 'email_proof')
    return ctx.inertia.render('sign_in/email_proofs/create', {
      newEmail: opened?.change.newEmail ?? null,
      action: ctx.request.url(),
    })
  }

  async store(ctx: HttpContext) {
    const { change, link, identity } = await openChangeOrFail(ctx, 'email_proof')
    const isDone = await change.agree('provedAt', link, identity)
    ctx.session.flash('agreed', { isDone, email: change.newEmail })
    return ctx.response.redirect().toRoute('sign_in.email_agreements.show')
  }
}
