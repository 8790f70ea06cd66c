import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import BlockedAddress from '#app/deliveries/blocked_address'
import BlockedAddressTransformer from '#app/deliveries/blocked_address_transformer'
import DeliveryPolicy from '#app/deliveries/delivery_policy'
import { blockedAddressFiltersValidator } from '#app/deliveries/blocked_address_validator'

export default class BlockedAddressesController {
  async index({ request, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('index')
    const { after } = await request.validateUsing(blockedAddressFiltersValidator)
    const { rows, nextCursor } = await newestFirst(BlockedAddress.visibleTo(user), after)
    return inertia.render('deliveries/blocked_addresses/index', {
      addresses: BlockedAddressTransformer.transform(rows),
      meta: { nextCursor },
      can: { clear: await bouncer.with(DeliveryPolicy).allows('resend') },
    })
  }

  async destroy({ params, bouncer, user, session, response }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('resend')
    const blocked = await BlockedAddress.visibleTo(user).where('id', params.id).firstOrFail()
    await blocked.clear()
    session.flash('notice', 'Mails go to this address again')
    return response.redirect().back()
  }
}
