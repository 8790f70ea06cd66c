import { flags } from '@adonisjs/core/ace'
import type { Bus } from '#app/platform/bus'
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
    const queues = await Queue.load(workers)
    const wanted = queues.filter(({ name }) => !this.queue || this.queue.includes(name))
    this.#bus = await openBus()
    for (const queue of wanted) await queue.consumeFrom(this.#bus, this.config.concurrency)
  }

  protected async stop() {
    await this.#bus.close()
  }
}
