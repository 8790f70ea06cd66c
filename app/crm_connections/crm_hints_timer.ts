import type { CrmFeed } from '#app/crm_connections/crm_feed'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'

/** Reads those whom webhooks of a connected system named. Whoever is left over comes with the next reading of all. */
export default class CrmHintsTimer extends CrmFeedTimer {
  static timer = 'crm_hints'
  static purpose = 'Reads the records that webhooks of the customer system named'

  protected follow(feed: CrmFeed) {
    return feed.readHinted()
  }
}
