import { BaseCommand } from '@adonisjs/core/ace'
import { lastWordsOn } from '#app/platform/failed_start'
import type { QueueConfig } from '#config/queue'

/**
 * A process that serves until it is told to stop: by a signal, or by the end of the one that started it.
 * Services import what needs the environment when they run: Ace reads every command to run any of them.
 */
export abstract class ServiceCommand extends BaseCommand {
  static options = { startApp: true, staysAlive: true }

  protected config!: QueueConfig

  protected abstract serve(): Promise<void>
  protected abstract stop(): Promise<void>

  // Without a queue or a timer to wait for, nothing else would keep the process.
  #stay = setInterval(() => {}, 2 ** 30)

  async run() {
    this.app.terminating(() => this.#finish())
    process.once('SIGINT', () => void this.app.terminate())
    process.once('disconnect', () => void this.app.terminate())
    this.config = (await import('#config/queue')).default
    const { tracing } = await import('#app/platform/telemetry/tracing')
    await tracing.start(this.commandName)
    await this.serve()
    this.logger.info(`${this.commandName} is ready`)
    process.send?.({ ready: this.commandName })
  }

  // A service that cannot start must not stay: whoever started it decides about the next try.
  async completed() {
    if (this.error) {
      const logger = await this.app.container.make('logger')
      await lastWordsOn(this.error, (err) => logger.fatal({ err }, `${this.commandName} cannot start`))
    }
  }

  async #finish() {
    clearInterval(this.#stay)
    if (process.connected) process.disconnect()
    setTimeout(() => process.exit(1), this.config.stopTimeout + 1000).unref()
    await this.stop()
  }
}
