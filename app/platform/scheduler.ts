import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import { once, onceDone } from '#app/platform/consumption'
import { startBoss, type Job, type JobResult, type PgBoss } from '#app/platform/boss'
import type { TimerClass, TimerData, TimerList } from '#app/platform/timers'

type TimerJob = { timer: string; tenantId?: string; data: TimerData }

/** The queue of the migration: timers can be set before a scheduler has ever run. */
export const TIMER_QUEUE = 'timers'

/** Runs what is due. Of several schedulers exactly one gets a job, and the record of consumption keeps a repetition harmless. */
export class Scheduler {
  #boss?: PgBoss
  #timers = new Map<string, TimerClass>()

  constructor(private options: { concurrency: number; stopTimeout: number }) {}

  async start(list: TimerList) {
    for (const [name, lazy] of Object.entries(list))
      this.#timers.set(name, named(name, (await lazy()).default))
    const boss = await startBoss({ supervise: true, schedule: true, useListenNotify: true, max: 4 })
    this.#boss = boss
    await this.#scheduleCrons(boss)
    await boss.work<TimerJob, unknown>(
      TIMER_QUEUE,
      {
        batchSize: this.options.concurrency,
        localConcurrency: 2,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 0.5,
      } as const,
      (jobs: Job<TimerJob>[]) => Promise.all(jobs.map((job) => this.#run(job)))
    )
  }

  async stop() {
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

  async #run({ id, data: job }: Job<TimerJob>): Promise<JobResult> {
    try {
      const timer = this.#timers.get(job.timer)
      if (!timer)
        throw new Exception(`start/workers.ts has no timer ${job.timer}`, { code: 'E_UNKNOWN_TIMER' })
      const run = () => new timer().handle(job.data as never)
      const consumption = { consumer: `timers:${job.timer}`, id }
      if (!job.tenantId) {
        await run()
      } else if (timer.unit === 'manual') {
        await onceDone(job.tenantId, consumption, run)
      } else {
        await once(job.tenantId, [consumption], run)
      }
      return { id, status: 'completed' }
    } catch (error) {
      logger.error(
        { err: error, timer: job.timer, tenant: job.tenantId },
        'A timer failed, and will be tried again'
      )
      return { id, status: 'failed', output: error }
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
