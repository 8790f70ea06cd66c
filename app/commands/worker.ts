import { flags } from '@adonisjs/core/ace'
import type { Bus } from '#app/platform/bus/bus'
import type { ProcessReport } from '#app/platform/telemetry/process_report'
import type { Dispatcher } from '#app/platform/sending/dispatcher'
import { SettingError } from '#app/platform/failed_start'
import { ServiceCommand } from '#app/platform/service_command'

export default class WorkerCommand extends ServiceCommand {
  static commandName = 'worker'
  static description = 'Handle events from the queues, and send what is owed'

  @flags.array({ description: 'Only these queues, and nothing is sent' })
  declare queue?: string[]

  #bus!: Bus
  #report!: ProcessReport
  #dispatchers: Dispatcher[] = []

  protected async serve() {
    const { workers } = await import('#start/workers')
    const { openBus } = await import('#app/platform/bus/open_bus')
    const { Queue } = await import('#app/platform/bus/queues')
    const { ProcessReport } = await import('#app/platform/telemetry/process_report')
    const { loadEvents } = await import('#app/platform/events/event_versions')
    await loadEvents(this.app.makePath())
    const names = this.queue ?? Object.keys(workers)
    const unknown = names.filter((name) => !(name in workers))
    if (unknown.length > 0)
      throw new SettingError(`There is no queue ${unknown.join()}: choose ${Object.keys(workers).join(', ')}`)
    const queues = await Queue.load(Object.fromEntries(names.map((name) => [name, workers[name]])))
    this.#bus = await openBus()
    this.#report = new ProcessReport('worker', names)
    for (const queue of queues) await queue.consumeFrom(this.#bus, this.config.concurrency, this.#report)
    await this.#report.start()
    if (!this.queue) await this.#dispatch()
  }

  protected async stop() {
    await Promise.all([this.#bus.close(), ...this.#dispatchers.map((one) => one.stop())])
    await this.#report.stop()
  }

  async #dispatch() {
    const { senders } = await import('#start/workers')
    const { default: providers } = await import('#config/providers')
    const { Dispatcher } = await import('#app/platform/sending/dispatcher')
    for (const config of Object.values(providers)) {
      const dispatcher = new Dispatcher(config)
      this.#dispatchers.push(dispatcher)
      await dispatcher.start(senders)
    }
  }
}
