import BookingPlace from '#app/bookings/booking_place'
import Delivery from '#app/deliveries/delivery'
import { devicesOf } from '#app/deliveries/push_channel'
import { Wording } from '#app/message_templates/wording'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { Wishes } from '#app/notification_preferences/wishes'
import { leadOf, office, readers } from '#app/notifications/readers'
import type { RecordedEvent } from '#app/platform/events/events'
import Tenant from '#app/tenancy/tenant'

/** What all workers of a request will ask one after the other, asked at once: two round trips instead of ten. */
export async function lookAhead({ id, subject }: RecordedEvent) {
  const aboutAll = [office(), Tenant.current(), Wording.own()] as const
  const [lead, , users] = await Promise.all([leadOf(subject.id), Delivery.owedFor(id), ...aboutAll])
  const told = await readers(lead, users)
  await Promise.all([
    BookingPlace.ofLead(lead),
    Wishes.of(told),
    ...told.flatMap((user) => [devicesOf(user), NotificationRhythm.of(user)]),
  ])
}
