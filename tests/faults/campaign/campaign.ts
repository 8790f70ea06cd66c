import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Comeback } from '#tests/faults/campaign/comeback'
import { Dice } from '#tests/faults/campaign/dice'
import { KILLS, type Kill } from '#tests/faults/campaign/faults'
import { Ledger } from '#tests/faults/campaign/ledger'
import { Load } from '#tests/faults/campaign/load'
import { Observer } from '#tests/faults/campaign/observer'
import { Outage, type OutageReport } from '#tests/faults/campaign/outage'
import { depths } from '#tests/faults/campaign/queues'
import { makeScenes } from '#tests/faults/campaign/scene'
import { settle } from '#tests/faults/campaign/settling'
import { Sky } from '#tests/faults/campaign/sky'
import { Stage } from '#tests/faults/campaign/stage'
import { Judge, type Verdict } from '#tests/faults/campaign/verdict'

export type CampaignOptions = {
  seed: number
  kills: number
  events: number
  /** In seconds: when they are over the campaign concludes with what it has. */
  duration: number
  /** In seconds: how long the broker is away at a stretch. */
  outage: number
  /** Events that are recorded at once while the broker is away. */
  bulk: number
  /** In milliseconds: how long everybody rests between two wishes, more or less. */
  rest: number
  folder: string
  say: (line: string) => void
}

export type Result = Verdict & { falls: Record<string, number>; outage: OutageReport | null; seconds: number }

/** RabbitMQ 3.10 forgets a quorum queue that was made in the last seconds before it is killed. */
const SETTLED_AFTER = 8000
const BEAT = 10_000
/** Transactions that whoever began them may have left behind. */
const STRANDED = `pg_stat_activity where backend_type = 'client backend' and xact_start < clock_timestamp() - interval '20 seconds'`

/** Kills, disturbs and jumps the clock under load, then lets everything settle and compares it with the ledger. */
export class Campaign {
  #ledger: Ledger
  #stage: Stage
  #dice: Dice
  #load!: Load
  #observer!: Observer
  #isStopping = false
  #startedAt = Date.now()

  constructor(private options: CampaignOptions) {
    mkdirSync(options.folder, { recursive: true })
    this.#ledger = new Ledger(join(options.folder, 'ledger.ndjson'))
    this.#stage = new Stage(options.folder, this.#ledger)
    this.#dice = new Dice(options.seed)
  }

  /** Concludes early, with what there is. */
  stop() {
    this.#isStopping = true
  }

  async run(): Promise<Result> {
    const { outage, say } = this.options
    let progress
    try {
      await this.#prepare()
      // A slow start takes nothing of the time for faults.
      this.#startedAt = Date.now()
      progress = setInterval(() => void this.#tellProgress(), BEAT)
      await this.#rage()
      const away = outage > 0 ? await this.#takeBrokerAway() : null
      await this.#untilEnoughEvents()
      await this.#load.stop()
      say('Letting everything settle …')
      await settle(this.#stage, this.#observer).catch((error: Error) => say(error.message))
      return await this.#conclude(away)
    } finally {
      clearInterval(progress)
      await this.#observer?.close()
      await this.#stage.close()
      this.#ledger.close()
    }
  }

  async #prepare() {
    await this.#stage.build()
    const scenes = await makeScenes(3, this.#stage.receiver.host)
    this.#observer = new Observer(this.#stage.adminUrl)
    await this.#stage.raise()
    const { url } = this.#stage.product
    this.#load = new Load({ url, scenes, ledger: this.#ledger, dice: new Dice(this.options.seed + 1) })
    this.#load.start({ programs: 4, visitors: 10, rest: this.options.rest })
    await sleep(SETTLED_AFTER)
  }

  async #rage() {
    const sky = new Sky(this.#stage, this.#ledger, new Dice(this.options.seed + 2))
    sky.start()
    // Each kind once, then whatever comes.
    const first = this.#dice.shuffle(KILLS)
    while (!this.#isOver && this.#stage.killed < this.options.kills) {
      await this.#kill(first.pop() ?? this.#dice.weighed(KILLS), sky)
      await sleep(this.#dice.between(200, 2000))
    }
    await sky.clearUp()
  }

  get #isOver() {
    return this.#isStopping || this.#seconds > this.options.duration
  }

  /** What the load makes happen counts; what was recorded in bulk does not. */
  async #untilEnoughEvents() {
    const { events, outage, bulk } = this.options
    const wanted = events + (outage > 0 ? bulk : 0)
    while (!this.#isOver && ((await this.#observer.countNow('events')) ?? 0) < wanted) await sleep(1000)
  }

  // Half of them in fair weather: what is measured then is the way back from this kill alone.
  async #kill(fault: Kill, sky: Sky) {
    const isMeasured = this.#dice.roll() < 0.5
    const letGo = isMeasured ? await sky.keepFair() : () => {}
    const before = { killedAt: Date.now(), deaths: this.#stage.kills.get(fault.name) ?? 0, isMeasured }
    if ((await fault.strike(this.#stage, this.#dice)) !== false)
      await new Comeback(this.#stage, this.#load, this.#observer, this.#ledger).after(fault, before)
    letGo()
  }

  #takeBrokerAway() {
    return new Outage(this.#stage, this.#load, this.#observer).run(this.options, () => this.#isStopping)
  }

  async #tellProgress() {
    const [events, waiting, stranded] = await Promise.all(
      ['events', 'outbox', STRANDED].map((table) => this.#observer.countNow(table))
    )
    const now = {
      seconds: this.#seconds,
      kills: this.#stage.killed,
      events,
      waiting,
      stranded,
      ...this.#load.counts,
      mails: this.#stage.mails.taken,
    }
    writeFileSync(join(this.options.folder, 'progress.ndjson'), `${JSON.stringify(now)}\n`, { flag: 'a' })
    const words = Object.entries(now).map(([name, value]) => `${name} ${value ?? '?'}`)
    this.options.say(words.join('  '))
  }

  async #conclude(outage: OutageReport | null): Promise<Result> {
    const { dead } = await depths(this.#stage.broker.url, this.#stage.prefix)
    const judge = await Judge.read(this.#ledger)
    const verdict = await judge.pronounce(this.#stage.adminUrl, dead)
    const falls: Record<string, number> = {}
    for (const fall of this.#stage.falls) falls[fall] = (falls[fall] ?? 0) + 1
    const result = { ...verdict, falls, outage, seconds: this.#seconds }
    writeFileSync(join(this.options.folder, 'result.json'), JSON.stringify(result, null, 2))
    return result
  }

  get #seconds() {
    return Math.round((Date.now() - this.#startedAt) / 1000)
  }
}
