import { BaseTransformer } from '@adonisjs/core/transformers'
import type Invitation from '#app/identity/invitation'

export default class InvitationTransformer extends BaseTransformer<Invitation> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'email',
      'role',
      'roleId',
      'state',
      'invitedBy',
      'createdAt',
      'expiresAt',
    ])
  }
}
