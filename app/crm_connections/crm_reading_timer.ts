import { Current, SYSTEM } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'
import { CrmNeedsReconnectError, CrmRateLimitedError } from '#plugins/crm/errors'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { Inside } from '#app/crm_connections/crm_writing'

type Reading = { tenantId: string; connectionId: string }

/** Reads something of a connected system again and again, until it is disconnected. */
export default abstract class CrmReadingTimer extends Timer<Reading> {
  static unit = 'manual' as const

  async handle({ tenantId, connectionId }: Reading) {
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const connection = await inside(() => CrmConnection.atWork())
    if (connection?.id !== connectionId) return
    try {
      await this.read(connection, inside)
    } catch (error) {
      await inside(() => connection.noteFailure(error as Error))
      // The next time comes by itself.
      if (!(error instanceof CrmNeedsReconnectError || error instanceof CrmRateLimitedError)) throw error
    }
  }

  protected abstract read(connection: CrmConnection, inside: Inside): Promise<void>
}
