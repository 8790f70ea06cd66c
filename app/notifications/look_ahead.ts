import { Wording } from '#app/message_templates/wording'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { Wishes } from '#app/notification_preferences/wishes'
import { devicesOf } from '#app/deliveries/push_channel'
import { leadOf, office, readers } from '#app/notifications/readers'
import Tenant from '#app/tenancy/tenant'

/** What all workers of a request will ask one after the other, asked at once: two round trips instead of eight. */
export async function lookAhead(leadId: string) {
  const [lead, users] = await Promise.all([leadOf(leadId), office(), Tenant.current(), Wording.own()])
  const told = await readers(lead, users)
  await Promise.all([
    Wishes.of(told),
    ...told.flatMap((user) => [devicesOf(user), NotificationRhythm.of(user)]),
  ])
}
