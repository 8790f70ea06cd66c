import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'

/** A member of the company, as others pick them from a list. */
export default class ColleagueTransformer extends BaseTransformer<User> {
  toObject() {
    return this.pick(this.resource, ['id', 'name', 'role'])
  }
}
