import { BaseTransformer } from '@adonisjs/core/transformers'
import type Invitation from '#app/identity/invitation'

type Mails = Map<string, { id: string; state: string }>

/** An invitation together with what became of its mail. */
export default class InvitationMailTransformer extends BaseTransformer<Invitation> {
  constructor(
    invitation: Invitation,
    protected mails: Mails
  ) {
    super(invitation)
  }

  toObject() {
    return {
      ...this.pick(this.resource, [
        'id',
        'name',
        'email',
        'role',
        'roleId',
        'state',
        'invitedBy',
        'createdAt',
        'expiresAt',
      ]),
      mail: this.mails.get(this.resource.id) ?? null,
    }
  }
}
