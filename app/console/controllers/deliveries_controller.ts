import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import { InvitationMailRead } from '#app/console/company_events'
import { insideCompany } from '#app/console/super_user_unit'
import CompanyTransformer from '#app/tenancy/company_transformer'
import Delivery from '#app/deliveries/delivery'
import DeliveryTransformer from '#app/deliveries/delivery_transformer'
import { deliveryFiltersValidator } from '#app/notifications/notification_validator'

/**
 * What became of a company's mails. The console reads those of invitations, and that leaves a trace; whom a company
 * writes to, and what, it does not see.
 */
export default class DeliveriesController {
  async index(ctx: HttpContext) {
    const { after, state } = await ctx.request.validateUsing(deliveryFiltersValidator)
    return insideCompany(ctx, async (tenant) => {
      const deliveries = Delivery.query()
      if (state) deliveries.where('state', state)
      const { rows, nextCursor } = await newestFirst(deliveries, after)
      return ctx.inertia.render('console/deliveries/index', {
        detail: CompanyTransformer.transform(tenant),
        deliveries: DeliveryTransformer.transform(rows, null).useVariant('forOperator'),
        meta: { nextCursor },
        filters: { state },
      })
    })
  }

  show(ctx: HttpContext) {
    return insideCompany(ctx, async (tenant) => {
      const delivery = await Delivery.findOrFail(ctx.params.id)
      const isInvitation = delivery.recipientKind === 'invitation'
      if (isInvitation)
        await InvitationMailRead.record({ id: delivery.recipientId! }, { deliveryId: delivery.id })
      return ctx.inertia.render('console/deliveries/show', {
        detail: CompanyTransformer.transform(tenant),
        delivery: DeliveryTransformer.transform(delivery, null).useVariant('forOperator'),
        letter: isInvitation ? DeliveryTransformer.transform(delivery, null).useVariant('forRecord') : null,
      })
    })
  }
}
