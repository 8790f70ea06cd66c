import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import Schedule from '#app/timers/schedule'

export default class PausesController {
  async store({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await (await Schedule.findOrFail(params.id)).pause()
    session.flash('notice', 'Paused')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await (await Schedule.findOrFail(params.id)).resume()
    session.flash('notice', 'It runs again from its next time on')
    return response.redirect().back()
  }
}
