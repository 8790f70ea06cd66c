import type { HttpContext } from '@adonisjs/core/http'
import { companyChoices } from '#app/tenancy/company_choices'
import { companyValidator } from '#app/tenancy/company_validator'
import CompanyTransformer from '#app/tenancy/company_transformer'
import TenantPolicy from '#app/tenancy/tenant_policy'

export default class SettingsController {
  async edit({ bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('tenancy/settings/edit', {
      settings: CompanyTransformer.transform(tenant),
      choices: companyChoices(),
    })
  }

  async update({ request, response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await tenant.change(await request.validateUsing(companyValidator))
    session.flash('notice', 'Settings saved')
    return response.redirect().back()
  }
}
