import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** Which conversations somebody sees is `Conversation.visibleTo`; this is what they may do with them. */
export default class ConversationPolicy extends BasePolicy {
  index(user: User) {
    return user.may('read', 'messages')
  }
}
