import queueConfig from '#config/queue'
import { timers } from '#start/workers'
import { Scheduler } from '#app/platform/scheduler'
import { ServiceCommand } from '#app/platform/service_command'

export default class SchedulerCommand extends ServiceCommand {
  static commandName = 'scheduler'
  static description = 'Run timers and schedules when they are due'

  #scheduler = new Scheduler({ concurrency: queueConfig.concurrency, stopTimeout: queueConfig.stopTimeout })

  protected serve() {
    return this.#scheduler.start(timers)
  }

  protected stop() {
    return this.#scheduler.stop()
  }
}
