import type { DateTime } from 'luxon'
import type { Dice } from './dice.js'

const OPENS = { hour: 7, minute: 30 }
const CLOSES = 17.5

const clockOf = ({ hour, minute }: DateTime) => hour + minute / 60
const isOpenDay = ({ weekday }: DateTime) => weekday <= 5
const isOpen = (moment: DateTime) => isOpenDay(moment) && clockOf(moment) >= 7.5 && clockOf(moment) < CLOSES

/** When the office gets round to something, some minutes of its working hours after it came up. */
export function inOfficeHours(after: DateTime, minutes: number, dice: Dice) {
  const due = after.plus({ minutes, seconds: dice.between(0, 59) })
  if (isOpen(due)) return due
  const isEarly = isOpenDay(due) && clockOf(due) < CLOSES
  let day = due.startOf('day').plus({ days: isEarly ? 0 : 1 })
  while (!isOpenDay(day)) day = day.plus({ days: 1 })
  return day.set(OPENS).plus({ minutes: dice.between(4, 95), seconds: dice.between(0, 59) })
}

/** When a customer gets round to an answer: some time of the day, but not at night. */
export function whenAwake(after: DateTime, minutes: number, dice: Dice) {
  const due = after.plus({ minutes, seconds: dice.between(0, 59) })
  if (due.hour >= 7 && due.hour < 22) return due
  const morning = due.hour < 7 ? due.startOf('day') : due.startOf('day').plus({ days: 1 })
  return morning.plus({ hours: 7, minutes: dice.between(5, 150), seconds: dice.between(0, 59) })
}

/** The first working day at least `days` of them later. */
export function workingDay(after: DateTime, days: number) {
  let day = after.startOf('day')
  for (let left = days; left > 0 || !isOpenDay(day);) {
    day = day.plus({ days: 1 })
    if (isOpenDay(day)) left -= 1
  }
  return day
}

const SLOTS = [
  { hour: 8, minute: 0 },
  { hour: 10, minute: 0 },
  { hour: 12, minute: 30 },
  { hour: 14, minute: 30 },
]

export type Window = { startsAt: DateTime; endsAt: DateTime }

/** Arrival windows of a day, two hours each. */
export function windowsOf(day: DateTime): Window[] {
  return SLOTS.map((slot) => {
    const startsAt = day.set(slot)
    return { startsAt: startsAt.toUTC(), endsAt: startsAt.plus({ hours: 2 }).toUTC() }
  })
}

const WEEKDAY_HOURS: Record<string, number> = {
  '6': 3,
  '7': 11,
  '8': 13,
  '9': 9,
  '10': 6,
  '11': 5,
  '12': 5,
  '13': 4,
  '14': 4,
  '15': 4,
  '16': 5,
  '17': 8,
  '18': 10,
  '19': 9,
  '20': 7,
  '21': 4,
  '22': 2,
}
const WEEKEND_HOURS: Record<string, number> = {
  '7': 3,
  '8': 6,
  '9': 9,
  '10': 9,
  '11': 8,
  '12': 5,
  '13': 5,
  '14': 5,
  '15': 4,
  '16': 5,
  '17': 5,
  '18': 5,
  '19': 4,
  '20': 3,
  '21': 2,
  '23': 1,
}

/** When people write to a company: before work, after work, and on weekends when something breaks. */
export function requestTimes(
  count: number,
  { from, to, dice }: { from: DateTime; to: DateTime; dice: Dice }
) {
  const days = Math.ceil(to.diff(from, 'days').days)
  const times: DateTime[] = []
  while (times.length < count) {
    const offset = dice.between(0, days)
    const day = from.startOf('day').plus({ days: offset })
    // A company that grows, and weekends on which most things can wait until Monday.
    const weight = (0.55 + (0.45 * offset) / days) * (day.weekday > 5 ? 0.5 : 1)
    const hour = Number(dice.weighted(day.weekday > 5 ? WEEKEND_HOURS : WEEKDAY_HOURS))
    const at = day.set({ hour, minute: dice.between(0, 59), second: dice.between(0, 59) })
    if (dice.chance(weight) && at > from && at < to) times.push(at)
  }
  return times.sort((one, other) => one.toMillis() - other.toMillis())
}
