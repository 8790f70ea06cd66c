import BookingPlace from '#app/bookings/booking_place'
import BookingPlaceTransformer from '#app/bookings/booking_place_transformer'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import OrderTransformer from '#app/orders/order_transformer'

/** What a lead's customer was promised, as far as somebody may read it: the order, or the window that is kept for them. */
export async function promisedTo(lead: Lead, reader: User) {
  const order = await Order.ofLead(lead, reader)
  const held = await BookingPlace.heldFor(lead)
  return {
    order: order && OrderTransformer.transform(order, reader),
    held: held && BookingPlaceTransformer.transform(held),
  }
}
