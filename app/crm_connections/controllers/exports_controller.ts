import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Current } from '#app/platform/database/current'
import CsvExport from '#app/exports/csv_export'
import { download, fetchFrom } from '#app/exports/download'
import CustomerPolicy from '#app/customers/customer_policy'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncExport from '#app/crm_connections/crm_sync_export'
import { CrmSyncExported } from '#app/crm_connections/crm_sync_events'
import { crmSyncExportValidator } from '#app/crm_connections/crm_sync_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** The outcome of each customer as a file: begun here, fetched once it is begun. */
export default class ExportsController {
  async store(ctx: HttpContext) {
    const { params, request, bouncer, user, tenant } = ctx
    await bouncer.with(TenantPolicy).authorize('update')
    await bouncer.with(CustomerPolicy).authorize('export')
    const { id: syncId } = await CrmSync.findOrFail(params.sync_id)
    const filters = await request.validateUsing(crmSyncExportValidator)
    const { id, count } = await new CrmSyncExport(user, tenant, { syncId, ...filters }).begin()
    return fetchFrom(ctx, router.urlBuilder.urlFor('crm_connections.exports.show', { id }), count)
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, tenant, unit } = ctx
    const file = await Current.run(unit, async () => {
      await bouncer.with(TenantPolicy).authorize('update')
      await bouncer.with(CustomerPolicy).authorize('export')
      const filters = await CsvExport.filtersOf(CrmSyncExported, params.id, user)
      return new CrmSyncExport(user, tenant, filters as ConstructorParameters<typeof CrmSyncExport>[2])
    })
    return download(ctx, file)
  }
}
