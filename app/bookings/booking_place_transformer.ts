import { BaseTransformer } from '@adonisjs/core/transformers'
import type BookingPlace from '#app/bookings/booking_place'

/** A window that is held for a request. */
export default class BookingPlaceTransformer extends BaseTransformer<BookingPlace> {
  toObject() {
    const { startsAt, endsAt, heldUntil } = this.resource
    return {
      startsAt: startsAt.toUTC().toISO()!,
      endsAt: endsAt.toUTC().toISO()!,
      heldUntil: heldUntil?.toUTC().toISO() ?? null,
    }
  }
}
