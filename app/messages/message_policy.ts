import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

/** Messages belong to their lead: whoever may see it may read them as far as their role lets them. */
export default class MessagePolicy extends BasePolicy {
  index(user: User, lead: Lead) {
    return Lead.holdings.reaches(user.reach('read', 'messages'), lead)
  }

  async store(user: User, lead: Lead) {
    return user.may('create', 'messages') && (await this.index(user, lead))
  }
}
