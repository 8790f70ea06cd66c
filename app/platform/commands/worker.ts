import { flags } from '@adonisjs/core/ace'
import type { Bus } from '#app/platform/bus'
import { SettingError } from '#app/platform/failed_start'
import { ServiceCommand } from '#app/platform/service_command'

export default class WorkerCommand extends ServiceCommand {
  static commandName = 'worker'
  static description = 'Handle events from the queues'

  @flags.array({ description: 'Only these queues' })
  declare queue?: string[]

  #bus!: Bus

  protected async serve() {
    const { workers } = await import('#start/workers')
    const { openBus } = await import('#app/platform/open_bus')
    const { Queue } = await import('#app/platform/queues')
    const names = this.queue ?? Object.keys(workers)
    const unknown = names.filter((name) => !(name in workers))
    if (unknown.length > 0)
      throw new SettingError(`There is no queue ${unknown.join()}: choose ${Object.keys(workers).join(', ')}`)
    const queues = await Queue.load(Object.fromEntries(names.map((name) => [name, workers[name]])))
    this.#bus = await openBus()
    for (const queue of queues) await queue.consumeFrom(this.#bus, this.config.concurrency)
  }

  protected async stop() {
    await this.#bus.close()
  }
}
