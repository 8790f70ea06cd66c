import type { HttpContext } from '@adonisjs/core/http'
import { hasMailServer } from '#config/mail'
import { countUpTo } from '#app/platform/database/capped_count'
import { newestFirst } from '#app/platform/database/keyset_page'
import type User from '#app/identity/user'
import Delivery from '#app/deliveries/delivery'
import BlockedAddress from '#app/deliveries/blocked_address'
import BlockedAddressTransformer from '#app/deliveries/blocked_address_transformer'
import DeliveryPolicy from '#app/deliveries/delivery_policy'
import DeliveryTransformer from '#app/deliveries/delivery_transformer'
import { deliveryFiltersValidator } from '#app/notifications/notification_validator'

const MOST = 99

export default class DeliveriesController {
  async index({ request, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('index')
    const { after, ...filters } = await request.validateUsing(deliveryFiltersValidator)
    const deliveries = Delivery.query()
    if (filters.state) deliveries.where('state', filters.state)
    if (filters.recipient) deliveries.where('recipient', filters.recipient)
    if (filters.recipient && !(user.rights.seeAll && user.fields('leads').shows('contactEmail')))
      deliveries.whereNot('recipientKind', 'customer')
    const { rows, nextCursor } = await newestFirst(deliveries, after)
    return inertia.render('deliveries/deliveries/index', {
      deliveries: DeliveryTransformer.transform(rows, user),
      blocked: await countUpTo(BlockedAddress.visibleTo(user), MOST),
      meta: { nextCursor, unresolved: await countUpTo(Delivery.unresolved(), MOST) },
      filters,
      hasMailServer,
    })
  }

  async show({ params, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('index')
    const delivery = await Delivery.findOrFail(params.id)
    return inertia.render('deliveries/deliveries/show', {
      blocked: BlockedAddressTransformer.transform(await blockedFor(delivery, user)),
      delivery: DeliveryTransformer.transform(delivery, user).useVariant('forRecord'),
      can: { resend: await bouncer.with(DeliveryPolicy).allows('resend') },
    })
  }
}

const blockedFor = (delivery: Delivery, user: User) =>
  BlockedAddress.visibleTo(user).where('address', delivery.recipient.toLowerCase()).first()
