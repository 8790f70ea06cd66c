import type { LinkKind } from '#app/identity/link_token'
import type { DeliveryChannel } from '#app/deliveries/delivery'

export type DeliveryDraft = {
  eventId: string
  channel?: DeliveryChannel
  kind: string
  templateVersion: number
  /** The version of the company's own words; null for the product's. */
  templateId?: string | null
  recipient: { kind: 'user' | 'customer' | 'invitation'; id: string | null; name: string; address: string }
  subject: string
  bodyHtml: string
  bodyText: string
  /** Where its reader goes from it. */
  url?: string | null
  /** The link that lets the recipient in: the stored body shows it masked, and whoever sends it mints it. */
  link: { kind: LinkKind; subjectId: string; masked: string } | null
}
