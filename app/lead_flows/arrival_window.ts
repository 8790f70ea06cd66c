import { DateTime } from 'luxon'

/** Hours of one day, as `08:00-10:00`. */
export const ARRIVAL_WINDOW = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/

export const startsBeforeItEnds = (window: string) => {
  const [from, to] = window.split('-')
  return from < to
}

export const windowInWords = (window: string, locale: string) =>
  window
    .split('-')
    .map((time) => DateTime.fromISO(time).setLocale(locale).toLocaleString(DateTime.TIME_SIMPLE))
    .join(' – ')
