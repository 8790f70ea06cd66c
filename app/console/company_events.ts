import { defineEvent } from '#app/platform/events'

/** Somebody who runs the installation read a mail of the company: the company can see that. */
export const InvitationMailRead = defineEvent<{ deliveryId: string }>('invitation.mail_read', {
  audited: true,
})
