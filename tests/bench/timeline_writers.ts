import { newId } from '#app/platform/ids'
import { defineEvent } from '#app/platform/events/events'
import { EventChain } from '#app/platform/history/event_chain'
import { PROBE, recordProbes, type Subjects } from '#tests/bench/timeline_rows'
import { interleave, median } from '#tests/bench/rounds'

const WRITERS = 4
const UNITS = 1000
const BACKLOG = 40_000

/** What people's writes pay for the chain: units with one event each, while it rests and while it is at work without a pause. */
export async function measureWriters({ company }: Subjects) {
  const Probed = defineEvent<{ number: number }>(PROBE)
  const write = async () => {
    const startedAt = performance.now()
    const writer = async () => {
      for (let number = 0; number < UNITS / WRITERS; number++)
        await company.inside(() => Probed.record({ id: newId() }, { number }))
    }
    await Promise.all(Array.from({ length: WRITERS }, writer))
    return (performance.now() - startedAt) / 1000
  }
  let chained = 0
  let chaining = 0
  const seconds = await interleave(
    {
      resting: write,
      chaining: async () => {
        const stop = await chainOf(company, (count, took) => {
          chained += count
          chaining += took
        })
        const took = await write()
        await stop()
        return took
      },
    },
    3
  )
  const perSecond = (side: keyof typeof seconds) => Math.round(UNITS / median(seconds[side]))
  const [resting, atWork] = [perSecond('resting'), perSecond('chaining')]
  return {
    unitsPerSecond: { resting, chaining: atWork },
    ratio: Math.round((atWork / resting) * 100) / 100,
    chainedPerSecond: Math.round(chained / chaining),
  }
}

/** The chain at work in this process, until it is told to stop; there is always something left for it. */
async function chainOf({ inside }: Subjects['company'], tell: (count: number, seconds: number) => void) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await recordProbes({ inside } as Subjects['company'], BACKLOG)
  await db.connection('system').rawQuery('delete from outbox')
  let isOver = false
  const running = (async () => {
    while (!isOver) {
      const startedAt = performance.now()
      tell(await EventChain.extend(), (performance.now() - startedAt) / 1000)
    }
  })()
  return async () => {
    isOver = true
    await running
  }
}
