import { BasePolicy } from '@adonisjs/bouncer'

/** Whoever may see a lead may read and write its messages. */
export default class MessagePolicy extends BasePolicy {
  store() {
    return true
  }
}
