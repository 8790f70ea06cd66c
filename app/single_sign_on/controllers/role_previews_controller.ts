import type { HttpContext } from '@adonisjs/core/http'
import { rolePreviewValidator } from '#app/single_sign_on/sso_validator'
import RolePreview from '#app/single_sign_on/role_preview'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'

/** Tries rules that need not be saved yet. */
export default class RolePreviewsController {
  async store({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const { claims, ...mapping } = await request.validateUsing(rolePreviewValidator)
    session.flash('rolePreview', RolePreview.of(mapping, claims).toObject())
    return response.redirect().back()
  }
}
