import { DateTime } from 'luxon'

export type WindowProblem = { field: 'date' | 'from' | 'to'; message: string }

/** The time between which somebody will arrive: chosen by the company's clock, kept in UTC. */
export default class ArrivalWindow {
  static on(date: string, from: string, to: string, timeZone: string) {
    const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: timeZone })
    return new ArrivalWindow(at(from), at(to), { date, from, to })
  }

  private constructor(
    private start: DateTime,
    private end: DateTime,
    private asked: { date: string; from: string; to: string }
  ) {}

  get startsAt() {
    return this.start.toUTC()
  }

  get endsAt() {
    return this.end.toUTC()
  }

  /** What keeps this window from being promised to a customer, in words for the person who chose it. */
  get problem(): WindowProblem | null {
    const { date, from, to } = this.asked
    if (!this.start.isValid || !this.end.isValid || this.start.toISODate() !== date) {
      return { field: 'date', message: 'Choose a date from the calendar.' }
    } else if (this.start.toFormat('HH:mm') !== from) {
      return {
        field: 'from',
        message: `The clocks change that day, so ${from} does not exist. Choose another time.`,
      }
    } else if (this.end.toFormat('HH:mm') !== to) {
      return {
        field: 'to',
        message: `The clocks change that day, so ${to} does not exist. Choose another time.`,
      }
    } else if (this.end <= this.start) {
      return { field: 'to', message: 'Choose an end that is later than the start.' }
    } else if (this.end <= DateTime.utc()) {
      return { field: 'date', message: 'This time is already over. Choose a later one.' }
    } else {
      return null
    }
  }

  equals(other: { startsAt: DateTime; endsAt: DateTime }) {
    return +this.startsAt === +other.startsAt && +this.endsAt === +other.endsAt
  }
}
