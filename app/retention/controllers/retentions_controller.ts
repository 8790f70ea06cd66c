import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import ArchivePolicy from '#app/retention/archive_policy'
import ArchiveTransformer from '#app/retention/archive_transformer'
import RetentionRule from '#app/retention/retention_rule'
import { listArchives, oldestOfKinds } from '#app/retention/archive_list'
import { retentionValidator } from '#app/retention/retention_validator'

/** How long a company keeps its history at hand, and the archives of what went. */
export default class RetentionsController {
  async edit({ bouncer, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('retention/retentions/edit', {
      rules: await RetentionRule.stated(),
      oldest: await oldestOfKinds(),
      month: DateTime.utc().startOf('month').toISODate(),
      may: { fetch: await bouncer.with(ArchivePolicy).allows('show') },
      archives: ArchiveTransformer.transform(await listArchives()),
    })
  }

  async update({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { kind, months } = await request.validateUsing(retentionValidator)
    await RetentionRule.state(kind, months)
    session.flash('notice', 'Saved. It applies from tonight on')
    return response.redirect().back()
  }
}
