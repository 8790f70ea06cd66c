import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import { companyTimers } from '#app/timers/set_timer'

export default class CancellationsController {
  async store({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await companyTimers.cancel(params.id)
    session.flash('notice', 'Cancelled')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await companyTimers.restore(params.id)
    session.flash('notice', 'Set again')
    return response.redirect().back()
  }
}
