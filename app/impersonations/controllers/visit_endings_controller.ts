import type { HttpContext } from '@adonisjs/core/http'
import ImpersonationPolicy from '#app/impersonations/impersonation_policy'
import Impersonation from '#app/impersonations/impersonation'

export default class VisitEndingsController {
  async store({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(ImpersonationPolicy).authorize('decide')
    const impersonation = await Impersonation.findOrFail(params.id)
    await impersonation.end('company')
    session.flash('notice', 'The visit is over')
    return response.redirect().back()
  }
}
