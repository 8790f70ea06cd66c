import { BaseTransformer } from '@adonisjs/core/transformers'
import type InvitationLink from '#app/identity/invitation_link'

/** What the holder of an invitation's link may know of it. */
export default class AcceptanceTransformer extends BaseTransformer<InvitationLink> {
  toObject() {
    const { invitation, tenant } = this.resource
    return {
      company: this.pick(tenant, ['name', 'logoUrl', 'brandColor']),
      ...this.pick(invitation, ['name', 'email', 'role', 'invitedBy', 'expiresAt']),
    }
  }
}
