import type { HttpContext } from '@adonisjs/core/http'
import { insideCompany } from '#app/console/super_user_unit'
import { companyTimers } from '#app/timers/set_timer'

/** Any timer of a company, by those who run the installation: its audit log tells of it. */
export default class OperatorCancellationsController {
  async store(ctx: HttpContext) {
    await insideCompany(ctx, () => companyTimers.cancel(ctx.params.id))
    ctx.session.flash('notice', 'Cancelled')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await insideCompany(ctx, () => companyTimers.restore(ctx.params.id))
    ctx.session.flash('notice', 'Set again')
    return ctx.response.redirect().back()
  }
}
