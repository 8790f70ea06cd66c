import db from '@adonisjs/lucid/services/db'

/** Ids and small words only: a NOTIFY carries less than 8000 bytes, and the page fetches the rest. */
export type News = Record<string, string | number | boolean | null>

export type Broadcast = { channel: string; news: News }

export const LIVE_CHANNEL = 'live'

export const live = {
  /** Reaches every web process when the unit commits, and nobody when it does not. */
  async tell(channel: string, news: News = {}) {
    const broadcast: Broadcast = { channel, news }
    await db.rawQuery('select pg_notify(?, ?)', [LIVE_CHANNEL, JSON.stringify(broadcast)])
  },
}
