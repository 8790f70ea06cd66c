import type { Scheduler } from '#app/platform/timers/scheduler'
import { ServiceCommand } from '#app/platform/service_command'

export default class SchedulerCommand extends ServiceCommand {
  static commandName = 'scheduler'
  static description = 'Run timers and schedules when they are due'

  #scheduler!: Scheduler

  protected async serve() {
    const { timers } = await import('#start/workers')
    const { Scheduler } = await import('#app/platform/timers/scheduler')
    const { concurrency, stopTimeout } = this.config
    this.#scheduler = new Scheduler({ concurrency, stopTimeout })
    await this.#scheduler.start(timers)
  }

  protected stop() {
    return this.#scheduler.stop()
  }
}
