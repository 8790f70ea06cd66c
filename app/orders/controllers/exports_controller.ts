import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Current } from '#app/platform/database/current'
import CsvExport from '#app/exports/csv_export'
import { download, fetchFrom } from '#app/exports/download'
import OrderExport from '#app/orders/order_export'
import OrderPolicy from '#app/orders/order_policy'
import { OrdersExported } from '#app/orders/order_events'
import { orderExportValidator } from '#app/orders/order_validator'

/** The orders of a list as a file: begun here, fetched once it is begun. */
export default class ExportsController {
  async store(ctx: HttpContext) {
    const { request, bouncer, user, tenant } = ctx
    await bouncer.with(OrderPolicy).authorize('export')
    const filters = await request.validateUsing(orderExportValidator)
    const { id, count } = await new OrderExport(user, tenant, filters).begin()
    return fetchFrom(ctx, router.urlBuilder.urlFor('orders.exports.show', { id }), count)
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, tenant, unit } = ctx
    const file = await Current.run(unit, async () => {
      await bouncer.with(OrderPolicy).authorize('export')
      return new OrderExport(user, tenant, await CsvExport.filtersOf(OrdersExported, params.id, user))
    })
    return download(ctx, file)
  }
}
