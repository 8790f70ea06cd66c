import { waitAt } from '#app/platform/limit'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import { TooManyTrialsError } from '#app/deliveries/errors'
import type PushSubscription from '#app/deliveries/push_subscription'
import { deskUrl } from '#app/tenancy/desk_url'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'

const LIMIT = { name: 'push:trial', requests: 10, duration: '10 mins' }

/** A message to one device, to see whether it arrives; it waits for no quiet hours. */
export async function tryOut({ id, label }: PushSubscription, user: User, company: Tenant) {
  const wait = await waitAt(LIMIT, user.id)
  if (wait) throw new TooManyTrialsError(wait)
  return Delivery.queue({
    eventId: newId(),
    channel: 'push',
    kind: 'push_trial',
    templateVersion: 1,
    recipient: { kind: 'user', id: user.id, name: `${user.name}, ${label}`, address: id },
    subject: `${company.name} reaches this device`,
    bodyHtml: '',
    bodyText: 'This is how messages look here.',
    url: deskUrl(company, '/notifications/preferences'),
    link: null,
  })
}
