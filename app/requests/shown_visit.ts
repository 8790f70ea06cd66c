import { DateTime } from 'luxon'
import { sayAt, type Place } from '#app/lead_flows/place'
import type Visit from '#app/orders/visit'

type Span = Pick<Visit, 'startsAt' | 'endsAt'>

/** A window as its customer reads it: by the clock of the company. */
export function shownWindow({ startsAt, endsAt }: Span, place: Place) {
  const inZone = (at: DateTime) => at.setZone(place.timeZone).setLocale(place.locale)
  const [from, to] = [inZone(startsAt), inZone(endsAt)]
  return {
    day: from.toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    window: sayAt(place)('status.between', { from: timeOf(from), to: timeOf(to) }),
    zone: from.offsetNameLong,
  }
}

export const shownVisit = (visit: Visit, place: Place) => ({
  id: visit.id,
  ...shownWindow(visit, place),
  who: visit.assignee?.name.split(' ')[0] ?? null,
  note: visit.note,
})

const timeOf = (at: DateTime) => at.toLocaleString(DateTime.TIME_SIMPLE).replaceAll(/\s/g, '\u00a0')
