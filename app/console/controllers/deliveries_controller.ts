import type { HttpContext } from '@adonisjs/core/http'
import { InvitationMailRead } from '#app/console/company_events'
import { insideCompany } from '#app/console/super_user_unit'
import CompanyTransformer from '#app/tenancy/company_transformer'
import Delivery from '#app/notifications/delivery'
import DeliveryTransformer from '#app/notifications/delivery_transformer'

/** The console sees the mails of invitations, and that leaves a trace; what a company writes to its customers it does not. */
export default class DeliveriesController {
  show(ctx: HttpContext) {
    return insideCompany(ctx, async (tenant) => {
      const delivery = await Delivery.query()
        .where({ id: ctx.params.id, recipientKind: 'invitation' })
        .firstOrFail()
      await InvitationMailRead.record({ id: delivery.recipientId! }, { deliveryId: delivery.id })
      return ctx.inertia.render('console/deliveries/show', {
        detail: CompanyTransformer.transform(tenant),
        delivery: DeliveryTransformer.transform(delivery, null).useVariant('forRecord'),
      })
    })
  }
}
