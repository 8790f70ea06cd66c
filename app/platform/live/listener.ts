import pg from 'pg'
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'

const RECONNECT_AFTER = 1000

/**
 * LISTEN on a connection of its own. NOTIFYs sent while it is away are lost: `onConnect` runs at each (re)connection,
 * so that the listener catches up.
 */
export class Listener {
  #client?: pg.Client
  #timer?: NodeJS.Timeout
  #isClosed = false

  constructor(
    private channel: string,
    private on: { notify: (payload: string) => void; connect?: () => void }
  ) {}

  async open() {
    const client = new pg.Client({
      connectionString: env.get('DATABASE_SYSTEM_URL').release(),
      keepAlive: true,
    })
    client.on('error', (error) =>
      logger.warn({ err: error, channel: this.channel }, 'Lost the listening connection')
    )
    client.on('end', () => this.#comeBack())
    client.on('notification', ({ payload }) => this.on.notify(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`)
      this.#client = client
      this.on.connect?.()
    } catch (error) {
      logger.warn({ err: error, channel: this.channel }, 'Cannot listen')
      await client.end().catch(() => {})
      this.#comeBack()
    }
  }

  async close() {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#client?.end()
  }

  #comeBack() {
    if (this.#isClosed || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.open()
    }, RECONNECT_AFTER)
  }
}
