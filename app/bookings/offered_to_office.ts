import BookingCalendar from '#app/bookings/booking_calendar'
import FilledWindowTransformer from '#app/bookings/filled_window_transformer'
import OpenWindows from '#app/bookings/open_windows'

const AT_LEAST_DAYS = 28

/** The company's windows of the coming weeks, for whoever plans a visit; none where it has no calendar. */
export async function offeredToOffice({ timeZone }: { timeZone: string }) {
  const calendar = await BookingCalendar.current()
  const days = Math.max(calendar.horizonDays, AT_LEAST_DAYS)
  return FilledWindowTransformer.transform(await new OpenWindows(calendar, timeZone).filled(days))
}
