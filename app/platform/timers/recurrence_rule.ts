import { DateTime, Duration, IANAZone, type DurationLikeObject } from 'luxon'
import { Exception } from '@adonisjs/core/exceptions'
import { momentOf } from '#app/platform/timers/wall_time'

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** By the clocks of a zone (`at` is 'HH:mm'), or after so much time whatever clocks show. */
export type Recurrence =
  | { every: 'day'; at: string }
  | { every: 'week'; on: Weekday[]; at: string }
  /** Where a month has no such day, its last. */
  | { every: 'month'; on: number; at: string }
  | { every: DurationLikeObject }

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const SECOND = 1000

export class RecurrenceError extends Exception {
  static code = 'E_RECURRENCE'
}

/** When something happens again and again. A day of the calendar has it once, however its clocks are changed. */
export class RecurrenceRule {
  constructor(
    private rule: Recurrence,
    private zone: string
  ) {
    if (!IANAZone.isValidZone(zone)) throw new RecurrenceError(`There is no time zone ${zone}`)
    if ('at' in rule) this.#checkDays(rule)
    else if (this.#step < SECOND) throw new RecurrenceError('A timer cannot recur within one second')
  }

  /** The first time after this one. */
  after(moment: DateTime): DateTime {
    if (!('at' in this.rule)) {
      const next = (Math.floor(moment.toMillis() / this.#step) + 1) * this.#step
      return DateTime.fromMillis(next, { zone: 'utc' })
    }
    // What clocks jump over may fall on the day after, so the search begins on the day before.
    const { year, month, day: today } = moment.setZone(this.zone)
    let day = DateTime.utc(year, month, today).minus({ days: 1 })
    for (;;) {
      if (this.#isOn(day)) {
        const next = momentOf({ date: day.toISODate()!, time: this.rule.at }, this.zone)
        if (next > moment) return next
      }
      day = day.plus({ days: 1 })
    }
  }

  /** The last time that is not after this one, from `first` on, and how many there were. */
  until(moment: DateTime, first: DateTime) {
    if (!('at' in this.rule)) {
      const steps = Math.max(0, Math.floor(moment.diff(first).toMillis() / this.#step))
      return { last: first.plus(steps * this.#step), count: steps + 1 }
    }
    let [last, count] = [first, 1]
    for (let next = this.after(first); next <= moment; next = this.after(next)) {
      last = next
      count++
    }
    return { last, count }
  }

  get inWords() {
    if (!('at' in this.rule)) return `every ${Duration.fromObject(this.rule.every).toHuman()}`
    if (this.rule.every === 'day') return `every day at ${this.rule.at}`
    if (this.rule.every === 'week') return `every ${listed(this.rule.on.map(capitalised))} at ${this.rule.at}`
    return `on day ${this.rule.on} of each month at ${this.rule.at}`
  }

  get #step() {
    return 'at' in this.rule ? 0 : Duration.fromObject(this.rule.every).toMillis()
  }

  #isOn(day: DateTime) {
    if (!('at' in this.rule)) return false
    if (this.rule.every === 'week') return this.rule.on.includes(WEEKDAYS[day.weekday - 1])
    if (this.rule.every === 'month') return day.day === Math.min(this.rule.on, day.daysInMonth!)
    return true
  }

  #checkDays(rule: Extract<Recurrence, { at: string }>) {
    if (!TIME.test(rule.at)) throw new RecurrenceError(`${rule.at} is not a time of day like 09:30`)
    if (rule.every === 'week' && !(rule.on.length > 0 && rule.on.every((day) => WEEKDAYS.includes(day))))
      throw new RecurrenceError('A weekly timer needs one or more weekdays')
    if (rule.every === 'month' && !(Number.isInteger(rule.on) && rule.on >= 1 && rule.on <= 31))
      throw new RecurrenceError('A monthly timer needs a day from 1 to 31')
  }
}

const capitalised = (word: string) => word[0].toUpperCase() + word.slice(1)
const listed = (words: string[]) => new Intl.ListFormat('en-GB').format(words)
