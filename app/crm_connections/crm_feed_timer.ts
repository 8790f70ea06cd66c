import type CrmConnection from '#app/crm_connections/crm_connection'
import { CrmFeed } from '#app/crm_connections/crm_feed'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import CrmReadingTimer from '#app/crm_connections/crm_reading_timer'
import type { Inside } from '#app/crm_connections/crm_writing'

/** Reads again and again what has changed in a connected system. */
export default class CrmFeedTimer extends CrmReadingTimer {
  static timer = 'crm_feed'
  static purpose = 'Reads what has changed in the customer system'

  protected async read(connection: CrmConnection, inside: Inside) {
    const way = await inside(() => mappedWay(connection))
    if (way.adapter.capabilities.changes) await this.follow(new CrmFeed({ ...way, connection, inside }))
  }

  protected follow(feed: CrmFeed) {
    return feed.read()
  }
}
