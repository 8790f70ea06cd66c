import { appUrl } from '#config/app'
import { post, type Outcome } from '#app/platform/posting'
import { Current, SYSTEM } from '#app/platform/current'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import Invitation from '#app/identity/invitation'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import type { Channel } from '#app/notifications/channel'
import type Delivery from '#app/notifications/delivery'
import { digestOf } from '#app/notifications/digest'

/** E-mail, through the mail server of the installation. */
export const mailChannel: Channel = {
  name: 'mail',

  async addressesOf({ email, name }: User) {
    return [{ address: email, name }]
  },

  gather: digestOf,

  async send(delivery: Delivery): Promise<Outcome> {
    const { id, subject, recipient, recipientName, bodyHtml, bodyText, tenantId } = delivery
    const { from, reveal } = await Current.run({ tenantId, actor: SYSTEM }, async () => ({
      from: (await Tenant.current()).name,
      reveal: await linkOf(delivery),
    }))
    const to = { address: recipient, name: recipientName }
    return post({ id, from, to, subject, html: reveal(bodyHtml), text: reveal(bodyText) })
  },
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
