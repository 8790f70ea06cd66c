import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** An endpoint carries what happens out of the company, so it is for those who decide about the whole of it. */
export default class WebhookEndpointPolicy extends BasePolicy {
  manage(user: User) {
    return user.may('edit', 'settings')
  }
}
