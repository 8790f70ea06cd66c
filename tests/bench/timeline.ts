import { cpus } from 'node:os'
import { addEvents, addNotifications, makeSubjects, sizes } from '#tests/bench/timeline_rows'
import { paceKept } from '#tests/bench/latencies'
import { bootApp } from '#tests/boot'

const SMALL = { events: 100_000, notifications: 10_000 }
const LARGE = {
  events: Number(process.env.TIMELINE_EVENTS ?? 5_000_000),
  notifications: Number(process.env.TIMELINE_NOTIFICATIONS ?? 1_000_000),
}

/**
 * Histories, audit log, inbox and relay of one company at a hundred thousand events, and the very same pages at millions. The first
 * round does not count: what a process does for the first time it has to compile.
 */
export default {
  name: 'timeline',
  /** Times at the small size by those at the large one, each by a look-up measured beside it; of the worst page. */
  goal: 0.8,

  async run() {
    const app = await bootApp()
    const { measurePages } = await import('#tests/bench/timeline_pages')
    const { measureWriters } = await import('#tests/bench/timeline_writers')
    const subjects = await makeSubjects()
    await addEvents(subjects, SMALL.events)
    await addNotifications(subjects, SMALL.notifications)
    await measurePages(subjects)
    const small = await measurePages(subjects)
    const startedAt = performance.now()
    await addEvents(subjects, LARGE.events - SMALL.events)
    await addNotifications(subjects, LARGE.notifications - SMALL.notifications)
    const filledIn = Math.round((performance.now() - startedAt) / 1000)
    const large = await measurePages(subjects)
    const writers = await measureWriters(subjects)
    const details = {
      rows: { small: SMALL, large: LARGE },
      filledIn,
      ...(await sizes()),
      writers,
      cores: cpus().length,
    }
    await app.terminate()
    const ratios = Object.fromEntries(
      Object.entries(small).map(([page, one]) => [page, paceKept(one, large[page])])
    )
    return {
      ratio: Math.min(...Object.values(ratios).map(Number)),
      details: { ...details, small, large, ratios },
    }
  },
}
