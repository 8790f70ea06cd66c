import { BaseTransformer } from '@adonisjs/core/transformers'
import { displayPhone } from '#app/platform/phone'
import type User from '#app/identity/user'

/** A member as the company's admin manages them. */
export default class UserTransformer extends BaseTransformer<User> {
  constructor(
    user: User,
    protected country: string
  ) {
    super(user)
  }

  toObject() {
    const { phone } = this.resource
    return {
      ...this.pick(this.resource, [
        'id',
        'name',
        'email',
        'role',
        'roleId',
        'isActive',
        'createdAt',
        'deactivatedAt',
      ]),
      phone: phone && displayPhone(phone, this.country),
    }
  }
}
