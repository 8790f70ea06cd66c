import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
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

  async show({ bouncer, tenant, serialize }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('show')
    return serialize(CompanyTransformer.transform(tenant))
  }

  async update(ctx: HttpContext) {
    const { request, response, bouncer, tenant, session, serialize } = ctx
    await bouncer.with(TenantPolicy).authorize('update')
    const changes = await request.validateUsing(companyValidator)
    const answer = async () => serialize(CompanyTransformer.transform(tenant))
    await holdUnchanged(ctx, tenant, answer)
    await tenant.change(changes)
    if (Current.actor.kind === 'api') return answer()
    session.flash('notice', 'Settings saved')
    return response.redirect().back()
  }
}
