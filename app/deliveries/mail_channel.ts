import { appUrl } from '#config/app'
import { post } from '#app/platform/sending/posting'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import Invitation from '#app/identity/invitation'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import type { Channel } from '#app/deliveries/channel'
import type Delivery from '#app/deliveries/delivery'
import { digestOf } from '#app/deliveries/digest'
import { mailKindOf } from '#app/deliveries/mail_kinds'
import { UnsubscribeLink } from '#app/notification_preferences/unsubscribe_link'

/** E-mail, through the mail server of the installation. */
export const mailChannel: Channel = {
  name: 'mail',

  async addressesOf({ email, name }: User) {
    return [{ address: email, name }]
  },

  gather: digestOf,

  async prepare(delivery: Delivery) {
    const { id, subject, recipient, recipientName, bodyHtml, bodyText } = delivery
    const { name: from } = await Tenant.current()
    const reveal = await linkOf(delivery)
    const to = { address: recipient, name: recipientName }
    const [html, text] = [reveal(bodyHtml), reveal(bodyText)]
    return () => post({ id, from, to, subject, html, text, unsubscribe: unsubscribeLinkOf(delivery) })
  },
}

/** For members only: what goes to customers is about their own request. */
function unsubscribeLinkOf({ tenantId, kind, recipientKind, recipientId }: Delivery) {
  const { notification } = mailKindOf(kind)
  const isOptional = notification && recipientKind === 'user' && recipientId
  return isOptional ? UnsubscribeLink.mint({ tenantId, userId: recipientId, kind: notification }) : null
}

// The secret exists in the letter only: the row keeps the masked link.
async function linkOf({ linkKind, linkSubjectId, maskedLink }: Delivery) {
  if (!linkKind) return (body: string) => body
  const link = await mintLink(linkKind as LinkKind, linkSubjectId!)
  return (body: string) => body.replaceAll(maskedLink!, link)
}

async function mintLink(kind: LinkKind, subjectId: string) {
  if (kind === 'invitation') return (await Invitation.findOrFail(subjectId)).mintLink()
  return `${appUrl}/s/${await LinkToken.mint({ kind, subjectId })}`
}
