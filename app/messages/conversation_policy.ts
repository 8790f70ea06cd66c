import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

/** Which conversations somebody sees is `Conversation.visibleTo`; this is what they may do with them. */
export default class ConversationPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'messages')
  }

  /** Whoever hands a request on hands on what is written about it. */
  async assign(user: User, lead: Lead) {
    const reaches = [user.reach('assign', 'leads'), user.reach('read', 'messages')]
    const holders = await Lead.holdings.holdersFor(reaches, lead)
    return reaches.every((reach) => reach.covers(holders))
  }
}
