import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import { supportAccessValidator, visitsValidator } from '#app/impersonations/impersonation_validator'
import ImpersonationPolicy from '#app/impersonations/impersonation_policy'
import ImpersonationTransformer from '#app/impersonations/impersonation_transformer'
import Impersonation from '#app/impersonations/impersonation'
import SupportAccess from '#app/impersonations/support_access'

/** The company's side: who may enter, and who did. */
export default class SupportAccessesController {
  async edit({ request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(ImpersonationPolicy).authorize('decide')
    const { after } = await request.validateUsing(visitsValidator)
    const { rows, nextCursor } = await newestFirst(Impersonation.query().preload('user'), after)
    return inertia.render('impersonations/support_accesses/edit', {
      rule: tenant.supportAccess,
      allowedUntil: tenant.isOpenToSupport ? (tenant.supportAllowedUntil?.toISO() ?? null) : null,
      visits: ImpersonationTransformer.transform(rows),
      meta: { nextCursor },
    })
  }

  async update({ request, response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(ImpersonationPolicy).authorize('decide')
    const { rule } = await request.validateUsing(supportAccessValidator)
    await new SupportAccess(tenant).rule(rule)
    session.flash('notice', 'Support access saved')
    return response.redirect().back()
  }
}
