import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Current } from '#app/platform/database/current'
import CsvExport from '#app/exports/csv_export'
import { download, fetchFrom } from '#app/exports/download'
import LeadExport from '#app/leads/lead_export'
import LeadPolicy from '#app/leads/lead_policy'
import { LeadsExported } from '#app/leads/lead_events'
import { requireNamed } from '#app/leads/named_filters'
import { leadExportValidator } from '#app/leads/lead_validator'

/** The leads of a list as a file: begun here, fetched once it is begun. */
export default class ExportsController {
  async store(ctx: HttpContext) {
    const { request, bouncer, user, tenant } = ctx
    await bouncer.with(LeadPolicy).authorize('export')
    const filters = await request.validateUsing(leadExportValidator)
    await requireNamed(filters)
    const { id, count } = await new LeadExport(user, tenant, filters).begin()
    return fetchFrom(ctx, router.urlBuilder.urlFor('leads.exports.show', { id }), count)
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, tenant, unit } = ctx
    const file = await Current.run(unit, async () => {
      await bouncer.with(LeadPolicy).authorize('export')
      return new LeadExport(user, tenant, await CsvExport.filtersOf(LeadsExported, params.id, user))
    })
    return download(ctx, file)
  }
}
