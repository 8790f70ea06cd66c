import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '#tests/faults/campaign/dice'
import { MOODS } from '#tests/faults/campaign/moody_mail_server'
import { RECEIVER_MOODS } from '#tests/faults/campaign/moody_webhook_receiver'
import { PROCESSES, type Stage } from '#tests/faults/campaign/stage'

type Fault = { name: string; weight: number; strike(stage: Stage, dice: Dice): Promise<unknown> }

/** Between two steps that belong together: where a death costs most. */
const POINTS = [
  ['relay', 'relay.published'],
  ['worker', 'worker.committed'],
  ['worker', 'mail.answered'],
  ['worker', 'webhook.answered'],
  ['web', 'api.committed'],
] as const

const WEIGHTS = { web: 4, relay: 4, worker: 4, scheduler: 1 } as Record<string, number>

/** `hits` names what has to come back; `point` is where it dies a second time. */
export type Kill = Fault & { hits: 'web' | 'database' | 'broker' | 'other'; point?: string }

/** Whatever is killed without warning. What it takes to be up again is measured by whoever strikes. */
export const KILLS: Kill[] = [
  ...PROCESSES.map((name) => ({
    name,
    hits: name === 'web' ? ('web' as const) : ('other' as const),
    weight: WEIGHTS[name],
    strike: (stage: Stage) => stage.kill(name),
  })),
  ...POINTS.map(([name, point]) => ({
    name: `${name} at ${point}`,
    hits: name === 'web' ? ('web' as const) : ('other' as const),
    weight: 2,
    point,
    strike: (stage: Stage) => stage.kill(name, point),
  })),
  ...(['server', 'postmaster', 'backend'] as const).map((victim) => ({
    name: `database ${victim}`,
    hits: 'database' as const,
    weight: 1.5,
    strike: (stage: Stage) => stage.killDatabase(victim),
  })),
  {
    name: 'broker',
    hits: 'broker',
    weight: 2,
    strike: async (stage, dice) => {
      await stage.killBroker()
      await sleep(dice.between(0, 2000))
      await stage.broker.restart()
    },
  },
]

/** Each mood of somebody outside for a moment; the first of them is the good one. */
function moody<Mood extends string>(
  name: string,
  [well, ...others]: readonly Mood[],
  whom: (stage: Stage) => { mood: Mood }
): Fault[] {
  return others.map((mood) => ({
    name: `${name} ${mood}`,
    weight: mood === 'silent' ? 0.5 : 1.5,
    strike: async (stage, dice) => {
      whom(stage).mood = mood
      await sleep(dice.between(300, 2500))
      whom(stage).mood = well
    },
  }))
}

const half = (dice: Dice) => () => dice.roll() < 0.5

/** What the world does meanwhile; each passes again. */
export const WEATHER: Fault[] = [
  ...(['database', 'broker'] as const).flatMap((line): Fault[] => [
    { name: `${line} line cut`, weight: 3, strike: async (stage) => stage.lines[line].cut(() => true) },
    {
      name: `${line} line cut in part`,
      weight: 3,
      strike: async (stage, dice) => stage.lines[line].cut(half(dice)),
    },
    {
      name: `${line} line half closed`,
      weight: 3,
      strike: async (stage, dice) => stage.lines[line].halfClose(dice.pick(['near', 'far']), half(dice)),
    },
    {
      name: `${line} line slow`,
      weight: 2,
      strike: (stage, dice) =>
        passing(dice, stage, () => stage.lines[line].slow(dice.between(20, 300)), line),
    },
    {
      name: `${line} line stuck`,
      weight: 2,
      strike: (stage, dice) => passing(dice, stage, () => stage.lines[line].stick(), line),
    },
  ]),
  {
    name: 'memory alarm',
    weight: 3,
    strike: async ({ broker }, dice) => {
      if (!broker.control) return
      await broker.control(['set_vm_memory_high_watermark', '0.000001'])
      await sleep(dice.between(1000, 4000))
      await broker.control(['set_vm_memory_high_watermark', '0.4'])
    },
  },
  ...moody('mail server', MOODS, ({ mails }) => mails),
  ...moody('webhook receiver', RECEIVER_MOODS, ({ receiver }) => receiver),
  {
    name: 'clock jumps',
    weight: 3,
    strike: async (stage, dice) => {
      stage.jumpClock(1000 * dice.pick([-90, -20, 20, 90, 3600]))
      await sleep(dice.between(500, 4000))
      stage.jumpClock(0)
    },
  },
]

async function passing(dice: Dice, { lines }: Stage, begin: () => void, line: 'database' | 'broker') {
  begin()
  await sleep(dice.between(500, 4000))
  lines[line].clear()
}
