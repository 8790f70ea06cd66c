import { defineEvent } from '#app/platform/events/events'
import type { LetterKind } from '#app/sign_in/letters'

/** Somebody who runs the installation read a mail of the company: the company can see that. */
export const InvitationMailRead = defineEvent<{ deliveryId: string }>('invitation.mail_read', {
  audited: true,
})

/** What they did with a mail to one of its people: the company can see that too. */
export const UserMailResent = defineEvent<{ kind: LetterKind }>('user.mail_resent', { audited: true })
export const UserLinkRevealed = defineEvent<{ kind: LetterKind }>('user.link_revealed', { audited: true })
