import type { HttpContext } from '@adonisjs/core/http'
import { insideCompany } from '#app/console/super_user_unit'
import { deactivationValidator } from '#app/console/console_validator'

export default class DeactivationsController {
  async store(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(deactivationValidator)
    await insideCompany(ctx, (tenant) => tenant.deactivate(reason))
    ctx.session.flash('notice', 'The company is deactivated')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await insideCompany(ctx, (tenant) => tenant.reactivate())
    ctx.session.flash('notice', 'The company works again as before')
    return ctx.response.redirect().back()
  }
}
