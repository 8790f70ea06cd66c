import { Current, SYSTEM } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'
import { CrmNeedsReconnectError, CrmRateLimitedError } from '#plugins/crm/errors'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmFeed } from '#app/crm_connections/crm_feed'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import type { Inside } from '#app/crm_connections/crm_writing'

type Reading = { tenantId: string; connectionId: string }

/** Reads again and again what has changed in a connected system. */
export default class CrmFeedTimer extends Timer<Reading> {
  static timer = 'crm_feed'
  static unit = 'manual' as const
  static purpose = 'Reads what has changed in the customer system'

  async handle({ tenantId, connectionId }: Reading) {
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const met = await inside(async () => {
      const connection = await CrmConnection.atWork()
      return connection?.id === connectionId ? { connection, ...(await mappedWay(connection)) } : null
    })
    if (!met?.adapter.capabilities.changes) return
    try {
      await this.read(new CrmFeed({ ...met, inside }))
    } catch (error) {
      await inside(() => met.connection.noteFailure(error as Error))
      // The next time comes by itself.
      if (!(error instanceof CrmNeedsReconnectError || error instanceof CrmRateLimitedError)) throw error
    }
  }

  protected read(feed: CrmFeed) {
    return feed.read()
  }
}
