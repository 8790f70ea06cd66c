import { interleave, median } from '#tests/bench/rounds'
import { runLimit } from '#tests/bench/fanout_limit'
import { forget, recordEvents, runOurs } from '#tests/bench/fanout_ours'
import { runRaw } from '#tests/bench/fanout_raw'
import { bootApp } from '#tests/boot'

const EVENTS = Number(process.env.FANOUT_EVENTS ?? 50_000)
/**
 * Effects that each ask the database at once, against an inbox transaction per event and nothing else; effects left to the
 * end of their unit, against publishing with confirms and consuming with acknowledgements and nothing else.
 */
const GOALS = { inbox: 0.5, raw: 0.6 }

/** From the go of a relay and one, two or four workers, all of them ready, to the last effect of events that wait. */
export default {
  name: 'fanout',
  goal: 1,

  async run() {
    const app = await bootApp()
    const seconds = await interleave({
      limit: measureLimit,
      one: () => runOurs({ events: EVENTS, workers: 1, effects: 'alone' }),
      two: () => runOurs({ events: EVENTS, workers: 2, effects: 'alone' }),
      four: () => runOurs({ events: EVENTS, workers: 4, effects: 'alone' }),
      oneTogether: () => runOurs({ events: EVENTS, workers: 1, effects: 'together' }),
      twoTogether: () => runOurs({ events: EVENTS, workers: 2, effects: 'together' }),
      raw: () => runRaw(EVENTS),
    })
    await app.terminate()
    const perSecond = Object.fromEntries(
      Object.entries(seconds).map(([side, times]) => [side, Math.round(EVENTS / median(times))])
    ) as Record<keyof typeof seconds, number>
    const ratios = {
      inbox: Math.max(perSecond.one, perSecond.two, perSecond.four) / perSecond.limit,
      raw: Math.max(perSecond.oneTogether, perSecond.twoTogether) / perSecond.raw,
    }
    return {
      // Each by its goal, and then whichever is further from it.
      ratio: Math.min(ratios.inbox / GOALS.inbox, ratios.raw / GOALS.raw),
      details: { events: EVENTS, seconds, perSecond, ratios, goals: GOALS },
    }
  },
}

async function measureLimit() {
  const { tenantId, eventIds } = await recordEvents('probe.limit', EVENTS)
  await forget()
  return runLimit(tenantId, eventIds)
}
