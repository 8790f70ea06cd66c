import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { IdentitySchema } from '#database/schema'

/** One person's login, whatever the companies they work for. */
export default class Identity extends compose(IdentitySchema, withAuthFinder(hash)) {
  static connection = 'system'
}
