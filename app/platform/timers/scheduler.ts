import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import { startBoss, type JobResult, type PgBoss } from '#app/platform/timers/boss'
import { runDueSchedules } from '#app/platform/timers/schedules'
import { TimerJob, type DueJob } from '#app/platform/timers/timer_job'
import type { TimerClass, TimerList } from '#app/platform/timers/timers'

/** The queue of the migration: timers can be set before a scheduler has ever run. */
export const TIMER_QUEUE = 'timers'
const LOOK_EVERY = 1000

/** Runs what is due. Of several schedulers exactly one gets a job, and the record of consumption keeps a repetition harmless. */
export class Scheduler {
  #boss?: PgBoss
  #timers = new Map<string, TimerClass>()
  #looking?: Promise<void>
  #stopped = Promise.withResolvers<void>()
  #isStopping = false

  constructor(private options: { concurrency: number; stopTimeout: number }) {}

  async start(list: TimerList) {
    for (const [name, lazy] of Object.entries(list))
      this.#timers.set(name, named(name, (await lazy()).default))
    const boss = await startBoss({ supervise: true, schedule: true, useListenNotify: true, max: 4 })
    this.#boss = boss
    await this.#scheduleCrons(boss)
    await boss.work<DueJob['data'], unknown>(
      TIMER_QUEUE,
      {
        batchSize: this.options.concurrency,
        localConcurrency: 2,
        burstWhenBatchFull: true,
        perJobResults: true,
        includeMetadata: true,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 0.5,
      } as const,
      (jobs) => Promise.all(jobs.map((job) => this.#run(job as DueJob)))
    )
    this.#looking = this.#lookForDueSchedules()
  }

  async stop() {
    this.#isStopping = true
    this.#stopped.resolve()
    await this.#looking
    await this.#boss?.stop({ graceful: true, timeout: this.options.stopTimeout })
  }

  async #scheduleCrons(boss: PgBoss) {
    const crons = [...this.#timers.values()].filter(({ cron }) => cron)
    for (const { timer, cron, zone } of crons) {
      await boss.schedule(TIMER_QUEUE, cron!, { timer, data: {} }, { tz: zone, key: timer, missed: 'once' })
    }
    for (const { key } of await boss.getSchedules(TIMER_QUEUE)) {
      if (!crons.some(({ timer }) => timer === key)) await boss.unschedule(TIMER_QUEUE, key)
    }
  }

  async #lookForDueSchedules() {
    while (!this.#isStopping) {
      const found = await runDueSchedules().catch((error) => {
        logger.error({ err: error }, 'Schedules that are due could not be read, and will be looked for again')
        return 0
      })
      if (found === 0) await this.#pause()
    }
  }

  async #pause() {
    let timer: NodeJS.Timeout
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, LOOK_EVERY)))
    await Promise.race([over, this.#stopped.promise])
    clearTimeout(timer!)
  }

  async #run(job: DueJob): Promise<JobResult> {
    const timer = this.#timers.get(job.data.timer)
    const run = new TimerJob(job, timer)
    try {
      return { id: job.id, status: 'completed', output: await run.happen() }
    } catch (error) {
      const about = { timer: job.data.timer, tenant: job.data.tenantId }
      logger.error({ err: error, ...about }, 'A timer failed, and will be tried again')
      await run.fail(error).catch((err) => logger.error({ err, ...about }, 'Its failure could not be noted'))
      return { id: job.id, status: 'failed', output: error }
    }
  }
}

function named(name: string, timer: TimerClass) {
  if (timer.timer !== name)
    throw new Exception(`${timer.name} is listed as the timer ${name} but names ${timer.timer}`, {
      code: 'E_TIMER_NAME',
    })
  return timer
}
