import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { BookingPlaceSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import BookingCalendar from '#app/bookings/booking_calendar'
import OpenWindows, { type CalendarWindow, type Mover } from '#app/bookings/open_windows'
import { WindowGoneError } from '#app/bookings/errors'

type Span = { startsAt: DateTime; endsAt: DateTime }

/** A place in a window that somebody has: held while their request waits for an answer, or taken by a visit. */
export default class BookingPlace extends BookingPlaceSchema {
  /** What a request has of the company's time: its visit's place, or what is held for it still. */
  static async ofLead(lead: { id: string }) {
    const read = async (ids: string[]) => {
      const places = await this.query().whereIn('leadId', ids).orderBy('visitId').orderBy('id')
      return Map.groupBy(places, ({ leadId }) => leadId)
    }
    const places = (await Current.rememberedOf('booking places', { type: 'lead', id: lead.id }, read)) ?? []
    return places.find((place) => place.isTaken) ?? places.find((place) => place.isHeld) ?? null
  }

  /** The window that is kept for a request which waits for an answer. */
  static async heldFor(lead: { id: string; isOpen: boolean }) {
    const place = lead.isOpen ? await this.ofLead(lead) : null
    return place?.isHeld ? place : null
  }

  /** Keeps a window for a request while nobody has answered it. */
  static async hold(lead: { id: string }, key: string) {
    const calendar = await BookingCalendar.current()
    const window = await this.free(key, calendar, { leadId: lead.id })
    const until = DateTime.utc().plus({ hours: calendar.holdHours })
    const heldUntil = DateTime.min(until, window.startsAt)
    return this.put(window, { leadId: lead.id, visitId: null, heldUntil })
  }

  /** The visit of a customer who chooses another window moves there. */
  static async move(visit: { id: string }, lead: { id: string }, key: string) {
    const mover = { visitId: visit.id, leadId: lead.id }
    const window = await this.free(key, await BookingCalendar.current(), mover)
    return this.put(window, { ...mover, heldUntil: null })
  }

  /** The request has become an order: what was held for it is its visit's, or free again. */
  static async settle(lead: { id: string }, visit: Span & { id: string }) {
    const held = await this.query().where('leadId', lead.id).whereNull('visitId').forUpdate().first()
    if (held?.covers(visit)) await held.merge({ visitId: visit.id, heldUntil: null }).save()
    else await held?.delete()
  }

  static async release(lead: { id: string }) {
    await this.query().where('leadId', lead.id).whereNull('visitId').delete()
  }

  /** A visit that is over, or elsewhere now, has no place any more. */
  static async leave(visit: { id: string }) {
    await this.query().where('visitId', visit.id).delete()
  }

  get isTaken() {
    return this.visitId !== null
  }

  get isHeld() {
    return this.heldUntil !== null && this.heldUntil > DateTime.utc()
  }

  covers({ startsAt, endsAt }: Span) {
    return +this.startsAt === +startsAt && +this.endsAt === +endsAt
  }

  // Who chooses a window of the same day waits here, so that each sees what the one before has taken.
  private static async free(key: string, calendar: BookingCalendar, mover: Mover) {
    const { timeZone } = await Tenant.current()
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `booking ${Current.tenantId} ${key.slice(0, 10)}`,
    ])
    const window = await new OpenWindows(calendar, timeZone, mover).find(key)
    if (!window) throw new WindowGoneError()
    return window
  }

  private static async put(
    { startsAt, endsAt }: CalendarWindow,
    whose: { leadId: string; visitId: string | null; heldUntil: DateTime | null }
  ) {
    const { leadId, visitId } = whose
    await (visitId ? this.leave({ id: visitId }) : this.release({ id: leadId }))
    const there = { startsAt: startsAt.toUTC().toISO()!, endsAt: endsAt.toUTC().toISO()! }
    await this.query().where(there).where('heldUntil', '<=', DateTime.utc().toISO()!).delete()
    const taken = new Set((await this.query().where(there)).map(({ place }) => place))
    const place = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
      (one) => !taken.has(one)
    )!
    return this.create({ startsAt, endsAt, place, ...whose })
  }
}
