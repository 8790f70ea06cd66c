import { DateTime } from 'luxon'
import { FieldError } from '#app/platform/errors'

export const SNOOZES = {
  hour: 'In an hour',
  evening: 'This evening',
  tomorrow: 'Tomorrow morning',
  week: 'Monday morning',
} as const
export type SnoozeName = keyof typeof SNOOZES
export const SNOOZE_NAMES = Object.keys(SNOOZES) as SnoozeName[]

export type SnoozeWish = { preset?: SnoozeName; date?: string; time?: string; until?: string }

const MORNING = { hour: 8 }
const EVENING = { hour: 18 }

const AT: Record<SnoozeName, (now: DateTime) => DateTime> = {
  hour: (now) => now.plus({ hours: 1 }).startOf('minute'),
  evening: (now) => now.startOf('day').set(EVENING),
  tomorrow: (now) => now.startOf('day').plus({ days: 1 }).set(MORNING),
  week: (now) => now.startOf('week').plus({ weeks: 1 }).set(MORNING),
}

export class SnoozeTimeError extends FieldError {
  static code = 'E_SNOOZE_TIME'
  static status = 422

  constructor(
    public field: 'preset' | 'date' | 'time' | 'until',
    message: string
  ) {
    super(message)
  }
}

/** What can be chosen now, by the clock of the person who chooses. */
export function snoozesIn(zone: string) {
  const now = DateTime.now().setZone(zone)
  return SNOOZE_NAMES.map((preset) => ({ preset, label: SNOOZES[preset], until: AT[preset](now) }))
    .filter(({ until }) => until > now)
    .map(({ until, ...choice }) => ({ ...choice, until: until.toUTC().toISO()! }))
}

/** The moment that somebody means: a choice of the list, a date and time on their clock, or a moment outright. */
export function snoozeTime({ preset, date, time, until }: SnoozeWish, zone: string): DateTime {
  const now = DateTime.now().setZone(zone)
  const field = preset ? 'preset' : until ? 'until' : 'date'
  const wall = `${date}T${time}`
  const moment = preset ? AT[preset](now) : DateTime.fromISO(until ?? wall, { zone })
  if (!moment.isValid) throw new SnoozeTimeError(field, 'Choose a date and a time from the calendar.')
  if (field === 'date' && moment.toFormat(`yyyy-MM-dd'T'HH:mm`) !== wall)
    throw new SnoozeTimeError(
      'time',
      `The clocks change that day, so ${time} does not exist. Choose another time.`
    )
  if (moment <= now) throw new SnoozeTimeError(field, 'This time is already over. Choose a later one.')
  if (moment > now.plus({ years: 1 }))
    throw new SnoozeTimeError(field, 'Choose a time within a year from now.')
  return moment.toUTC()
}
