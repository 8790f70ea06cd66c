import type { HttpContext } from '@adonisjs/core/http'
import { requirementValidator } from '#app/two_factor/code_validator'
import { membersWithout } from '#app/two_factor/company_requirement'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** Whether a company asks its people for a second factor. */
export default class RequirementsController {
  async edit({ auth, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('two_factor/requirements/edit', {
      requiresTwoFactor: tenant.requiresTwoFactor,
      membersWithout: await membersWithout(tenant),
      hasOwn: auth.getUserOrFail().twoFactorAt !== null,
    })
  }

  async update({ request, response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { requiresTwoFactor } = await request.validateUsing(requirementValidator)
    await tenant.change({ requiresTwoFactor })
    session.flash(
      'notice',
      requiresTwoFactor ? 'Two-factor sign-in is required' : 'Two-factor sign-in is optional'
    )
    return response.redirect().back()
  }
}
