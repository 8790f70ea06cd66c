import { workers } from '#start/workers'
import type { Bus } from '#app/platform/bus'
import { openBus } from '#app/platform/open_bus'
import { Queue } from '#app/platform/queues'
import { Relay } from '#app/platform/relay'
import { ServiceCommand } from '#app/platform/service_command'

export default class RelayCommand extends ServiceCommand {
  static commandName = 'relay'
  static description = 'Publish committed events from the outbox to the message bus'

  #bus!: Bus
  #relay!: Relay

  protected async serve() {
    const queues = await Queue.load(workers)
    this.#bus = await openBus()
    this.#relay = new Relay(this.#bus, queues)
    await this.#relay.start()
  }

  protected async stop() {
    await this.#relay.stop()
    await this.#bus.close()
  }
}
