import type { HttpContext } from '@adonisjs/core/http'
import ImpersonationPolicy from '#app/impersonations/impersonation_policy'
import SupportAccess from '#app/impersonations/support_access'

export default class SupportConsentsController {
  async store({ response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(ImpersonationPolicy).authorize('decide')
    await new SupportAccess(tenant).allow()
    session.flash('notice', 'Support may enter for the next 24 hours')
    return response.redirect().back()
  }

  async destroy({ response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(ImpersonationPolicy).authorize('decide')
    await new SupportAccess(tenant).withdraw()
    session.flash('notice', 'Support may not enter any more')
    return response.redirect().back()
  }
}
