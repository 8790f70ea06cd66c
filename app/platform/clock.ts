import { AsyncLocalStorage } from 'node:async_hooks'
import { DateTime, Settings } from 'luxon'

const realClock = Settings.now
const anotherMoment = new AsyncLocalStorage<number>()
let processClock = realClock

Settings.now = () => anotherMoment.getStore() ?? processClock()

/**
 * The process clock. Models, events and ids read luxon's `DateTime`, which reads this;
 * seeders and tests travel, nobody else does.
 */
export const clock = {
  now: () => DateTime.utc(),

  get isReal() {
    return processClock === realClock && anotherMoment.getStore() === undefined
  },

  travelTo(moment: DateTime) {
    const offset = moment.toMillis() - realClock()
    processClock = () => realClock() + offset
  },

  freeze(moment: DateTime) {
    processClock = () => moment.toMillis()
  },

  comeBack() {
    processClock = realClock
  },

  /** Runs `work` at another moment, while for everybody else it stays now. */
  during<T>(moment: DateTime, work: () => Promise<T>): Promise<T> {
    return anotherMoment.run(moment.toMillis(), work)
  },
}
