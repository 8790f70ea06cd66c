import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Current } from '#app/platform/database/current'
import CsvExport from '#app/exports/csv_export'
import { download, fetchFrom } from '#app/exports/download'
import CustomerExport from '#app/customers/customer_export'
import CustomerPolicy from '#app/customers/customer_policy'
import { CustomersExported } from '#app/customers/customer_events'
import { customerExportValidator } from '#app/customers/customer_validator'

/** The customers of a list as a file: begun here, fetched once it is begun. */
export default class ExportsController {
  async store(ctx: HttpContext) {
    const { request, bouncer, user, tenant } = ctx
    await bouncer.with(CustomerPolicy).authorize('export')
    const filters = await request.validateUsing(customerExportValidator)
    const { id, count } = await new CustomerExport(user, tenant, filters).begin()
    return fetchFrom(ctx, router.urlBuilder.urlFor('customers.exports.show', { id }), count)
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, tenant, unit } = ctx
    const file = await Current.run(unit, async () => {
      await bouncer.with(CustomerPolicy).authorize('export')
      return new CustomerExport(user, tenant, await CsvExport.filtersOf(CustomersExported, params.id, user))
    })
    return download(ctx, file)
  }
}
