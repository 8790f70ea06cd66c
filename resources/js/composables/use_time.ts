import { usePage } from '@inertiajs/vue3'

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const companyZone = () => (usePage().props.company as { timeZone?: string } | undefined)?.timeZone

export function relativeTime(at: string, now = Date.now()) {
  const seconds = (new Date(at).getTime() - now) / 1000
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size)
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' })
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : 'just now'
}

/** A moment in the company's time zone: "Fri, 20 Nov 2026, 14:05 MST". */
export function exactTime(at: string, timeZone = companyZone()) {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    new Date(at)
  )
}

export function shortDate(at: string, timeZone = companyZone()) {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(new Date(at))
}

export function clockTime(at: string, timeZone = companyZone()) {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone }).format(new Date(at))
}

/** "Tue 14:05", for days that are near. */
export function weekdayTime(at: string, timeZone = companyZone()) {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
}

/** "Tue, 24 Nov, 10:00 – 12:00" in the company's time zone. */
export function timeWindow(startsAt: string, endsAt: string, timeZone = companyZone()) {
  const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone })
  return `${shortDate(startsAt, timeZone)}, ${times.formatRange(new Date(startsAt), new Date(endsAt))}`
}

/** A moment as a date field wants it, in the company's time zone: "2026-11-24". */
export const dateValue = (at: string, timeZone = companyZone()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))

/** A moment as a time field wants it, in the company's time zone: "14:05". */
export const clockValue = (at: string, timeZone = companyZone()) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at))

/** "Denver (Mountain Time)": where the clock hangs. */
export function zoneName(timeZone = companyZone()) {
  const parts = new Intl.DateTimeFormat(undefined, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
    new Date()
  )
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  const place = timeZone?.split('/').at(-1)?.replaceAll('_', ' ')
  return place && name ? `${place} (${name})` : (place ?? 'your time zone')
}
