import BookingCalendar from '#app/bookings/booking_calendar'
import BookingPlace from '#app/bookings/booking_place'
import Attachment from '#app/attachments/attachment'
import LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import type Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import Order from '#app/orders/order'

/** Everything that happened to a request, as its customer may know it. */
export type RequestStory = Awaited<ReturnType<typeof storyOf>>

export async function storyOf(lead: Lead) {
  return {
    lead,
    order: await Order.ofLead(lead),
    held: await BookingPlace.heldFor(lead),
    calendar: await BookingCalendar.current(),
    messages: await Message.ofLead(lead),
    attachments: await Attachment.ofLead(lead),
    version: lead.leadFlowVersionId ? await LeadFlowVersion.find(lead.leadFlowVersionId) : null,
  }
}
