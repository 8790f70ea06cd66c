import type { HttpContext } from '@adonisjs/core/http'
import NumberRule from '#app/tenancy/number_rule'
import TenantPolicy from '#app/tenancy/tenant_policy'
import { numberValidator } from '#app/tenancy/number_validator'

/** How a company numbers its leads and orders. */
export default class NumbersController {
  async edit({ bouncer, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('tenancy/numbers/edit', { rules: await NumberRule.stated() })
  }

  async update({ request, response, bouncer, tenant, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { series, prefix, next } = await request.validateUsing(numberValidator)
    await new NumberRule(series).state(tenant, { prefix: prefix ?? '', next })
    session.flash('notice', 'Saved. It applies from the next one on.')
    return response.redirect().back()
  }
}
