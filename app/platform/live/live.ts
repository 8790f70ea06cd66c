import { AsyncLocalStorage } from 'node:async_hooks'
import { escapeLiteral } from 'pg'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { Current } from '#app/platform/database/current'
import type { PostponedKind } from '#app/platform/database/postponed'

/** Ids and small words only: a NOTIFY carries less than 8000 bytes, and the page fetches the rest. */
export type News = Record<string, string | number | boolean | null>

export type Broadcast = { channel: string; news: News }

export const LIVE_CHANNEL = 'live'

const NOTIFIES: PostponedKind<string> = {
  sql: (broadcasts) =>
    `select ${[...new Set(broadcasts)].map((one) => `pg_notify('${LIVE_CHANNEL}', ${escapeLiteral(one)})`).join()}`,
}

const silence = new AsyncLocalStorage<boolean>()

export const live = {
  /** Reaches every web process when the unit commits, and nobody when it does not. */
  async tell(channel: string, news: News = {}) {
    if (silence.getStore()) return
    const broadcast: Broadcast = { channel, news }
    Current.postpone(NOTIFIES, JSON.stringify(broadcast))
  },

  /** The same for what belongs to no company and so has no unit: reaches them when the client's transaction commits. */
  tellOutside(client: Pick<QueryClientContract, 'rawQuery'>, channel: string, news: News) {
    return client.rawQuery('select pg_notify(?, ?)', [LIVE_CHANNEL, JSON.stringify({ channel, news })])
  },

  get isSilent() {
    return silence.getStore() === true
  },

  /** What is written here is history, and no open screen is told of it. */
  inSilence<T>(work: () => Promise<T>): Promise<T> {
    return silence.run(true, work)
  },
}
