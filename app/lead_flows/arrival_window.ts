import { DateTime } from 'luxon'

/** Hours of one day, as `08:00-10:00`. */
export const ARRIVAL_WINDOW = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/

export const startsBeforeItEnds = (window: string) => {
  const [from, to] = window.split('-')
  return from < to
}

/** `2027-03-09`, as people of a place say it. */
export const dayInWords = (day: string, locale: string) =>
  DateTime.fromISO(day).setLocale(locale).toLocaleString(DateTime.DATE_HUGE)

/** A day and its hours, as one answer. */
export const arrivalInWords = (day: string, window: string, locale: string) =>
  `${dayInWords(day, locale)}, ${windowInWords(window, locale)}`

export const windowInWords = (window: string, locale: string) =>
  window
    .split('-')
    .map((time) => DateTime.fromISO(time).setLocale(locale).toLocaleString(DateTime.TIME_SIMPLE))
    .join(' – ')
