import type { CrmFeed } from '#app/crm_connections/crm_feed'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'

/** Reads those of whom a connected system has told by itself. Whoever is left over comes with the next reading of all. */
export default class CrmHintsTimer extends CrmFeedTimer {
  static timer = 'crm_hints'
  static purpose = 'Reads what the customer system says has changed'

  protected read(feed: CrmFeed) {
    return feed.readHinted()
  }
}
