import BookingCalendar from '#app/bookings/booking_calendar'
import type Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import type Visit from '#app/orders/visit'

/** A visit as the customer of its request may change it, by the rule of the company. */
export class OwnVisit {
  private constructor(
    readonly visit: Visit,
    private order: Order,
    private calendar: BookingCalendar
  ) {}

  /** One of another request does not exist. */
  static async find(lead: Lead, id: string) {
    const order = await Order.query().where('leadId', lead.id).firstOrFail()
    const visit = await order.related('visits').query().where('id', id).firstOrFail()
    return new OwnVisit(visit, order, await BookingCalendar.current())
  }

  get isChangeable() {
    return this.order.isOpen && this.visit.isPlanned && this.calendar.letsChange(this.visit)
  }

  /** The time is looked at again behind the lock of the request, so that two pages of one customer take turns. */
  static async change(lead: Lead, id: string, work: (visit: Visit) => Promise<unknown>) {
    await lead.lock()
    const own = await this.find(lead, id)
    const { isChangeable } = own
    if (isChangeable) await work(own.visit)
    return isChangeable
  }
}
