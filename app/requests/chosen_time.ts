import BookingPlace from '#app/bookings/booking_place'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { sayAt } from '#app/lead_flows/place'
import type Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import { NO_TIME, OfferedTimes } from '#app/requests/offered_times'
import type { RequestForm } from '#app/requests/request_form'

const KEY = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\/\d{2}:\d{2}$/

/** The time that somebody chose on a form. Whether it is still free, only taking it tells. */
export class ChosenTime {
  readonly chosen: string
  problem: string | null

  constructor(
    private form: RequestForm,
    given: unknown,
    public offered: OfferedTimes
  ) {
    this.chosen = cleaned(given)[0] ?? ''
    this.problem = this.problemOf()
  }

  private get isNone() {
    return this.chosen === NO_TIME || this.chosen === ''
  }

  /** In the unit that makes the lead: without a place there is no lead either. */
  async take(lead: Lead) {
    if (this.isNone) return
    if (this.form.version.flow.booking === 'instant') await BookingPlace.hold(lead, this.chosen)
    else await lead.holdWindow(this.chosen)
  }

  /** The flow has given the request to its people; where it books at once, the visit is promised now. */
  async book(lead: Lead) {
    const isInstant = this.form.version.flow.booking === 'instant'
    const held = isInstant ? await BookingPlace.ofLead(lead) : null
    if (held) await Order.fromLead(lead, { window: held, assignee: null, note: null, by: null })
  }

  /** Somebody else was quicker: the others are offered. */
  async offerOthers() {
    this.offered = await OfferedTimes.in(this.form.entrance.tenant.timeZone)
    this.problem = this.say('gone')
  }

  private problemOf() {
    if (!this.chosen) return this.offered.areThereAny ? this.say('missing') : null
    return this.isNone || KEY.test(this.chosen) ? null : this.say('gone')
  }

  private say(what: string) {
    return sayAt(this.form.place)(`form.time.${what}`)
  }
}
