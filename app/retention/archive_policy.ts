import { BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/identity/user'

/** An archive says everything of everybody, so it is for those from whom nothing is kept. */
export default class ArchivePolicy extends BasePolicy {
  show(user: User) {
    return user.may('export', 'audit') && user.rights.seeWhole && user.rights.areWhole
  }
}
