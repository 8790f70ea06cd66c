import { DateTime, Settings } from 'luxon'

const realClock = Settings.now

/**
 * The process clock. Models, events and ids read luxon's `DateTime`, which reads this;
 * seeders and tests travel, nobody else does.
 */
export const clock = {
  now: () => DateTime.utc(),

  travelTo(moment: DateTime) {
    const offset = moment.toMillis() - realClock()
    Settings.now = () => realClock() + offset
  },

  freeze(moment: DateTime) {
    Settings.now = () => moment.toMillis()
  },

  comeBack() {
    Settings.now = realClock
  },
}
