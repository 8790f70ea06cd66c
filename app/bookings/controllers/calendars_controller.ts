import type { HttpContext } from '@adonisjs/core/http'
import BookingCalendar from '#app/bookings/booking_calendar'
import { calendarValidator } from '#app/bookings/calendar_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** When a company comes to its customers, and what these may choose by themselves. */
export default class CalendarsController {
  async edit({ bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { rules } = await BookingCalendar.current()
    return inertia.render('bookings/calendars/edit', { rules, timeZone: tenant.timeZone })
  }

  async update({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await BookingCalendar.state(await request.validateUsing(calendarValidator))
    session.flash('notice', 'Saved. Visits that are booked stay as they are.')
    return response.redirect().back()
  }
}
