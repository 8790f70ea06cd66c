import type { HttpContext } from '@adonisjs/core/http'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import PushSubscription from '#app/deliveries/push_subscription'
import { deskUrl } from '#app/tenancy/desk_url'

/** A message to one device, to see whether it arrives; it waits for no quiet hours. */
export default class PushTrialsController {
  async store({ params, response, session, tenant, user }: HttpContext) {
    const { id, label } = await PushSubscription.of(user).where('id', params.id).firstOrFail()
    await Delivery.queue(
      {
        eventId: newId(),
        channel: 'push',
        kind: 'push_trial',
        templateVersion: 1,
        recipient: { kind: 'user', id: user.id, name: `${user.name}, ${label}`, address: id },
        subject: `${tenant.name} reaches this device`,
        bodyHtml: '',
        bodyText: 'This is how messages look here.',
        url: deskUrl(tenant, '/notifications/preferences'),
        link: null,
      },
      null
    )
    session.flash('notice', 'A message is on its way to that device.')
    return response.redirect().back()
  }
}
