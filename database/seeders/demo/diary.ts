import type { DateTime } from 'luxon'
import type User from '#app/identity/user'
import { windowsOf, workingDay, type Window } from './hours.js'

/** Who is where when: nobody is promised to two customers at once. */
export class Diary {
  #taken = new Set<string>()

  book(who: User, now: DateTime, daysAhead: number): Window {
    for (let day = workingDay(now, daysAhead); ; day = workingDay(day, 1)) {
      const free = windowsOf(day).filter(
        ({ startsAt, endsAt }) =>
          endsAt > now && startsAt > now.minus({ minutes: 30 }) && !this.#taken.has(keyOf(who, startsAt))
      )
      if (free.length > 0) {
        const [window] = free.length > 1 && day.day % 2 ? free.slice(1) : free
        this.#taken.add(keyOf(who, window.startsAt))
        return window
      }
    }
  }
}

const keyOf = (who: User, startsAt: DateTime) => `${who.id} ${startsAt.toMillis()}`
