import type { Bus } from '#app/platform/bus/bus'
import type { ProcessReport } from '#app/platform/telemetry/process_report'
import type { Relay } from '#app/platform/events/relay'
import { ServiceCommand } from '#app/platform/service_command'

export default class RelayCommand extends ServiceCommand {
  static commandName = 'relay'
  static description = 'Publish committed events from the outbox to the message bus'

  #bus!: Bus
  #relay!: Relay
  #report!: ProcessReport

  protected async serve() {
    const { workers } = await import('#start/workers')
    const { openBus } = await import('#app/platform/bus/open_bus')
    const { Queue } = await import('#app/platform/bus/queues')
    const { ProcessReport } = await import('#app/platform/telemetry/process_report')
    const { Relay } = await import('#app/platform/events/relay')
    const { loadEvents } = await import('#app/platform/events/event_versions')
    await loadEvents(this.app.makePath())
    const queues = await Queue.load(workers)
    this.#bus = await openBus()
    this.#report = new ProcessReport(
      'relay',
      queues.map(({ name }) => name)
    )
    this.#relay = new Relay(this.#bus, queues, this.#report)
    await this.#report.start()
    await this.#relay.start()
  }

  protected async stop() {
    await this.#relay.stop()
    await this.#report.stop()
    await this.#bus.close()
  }
}
