import { appUrl } from '#config/app'
import { post, whyNotSent } from '#app/platform/posting'
import { faultPoint } from '#app/platform/fault_point'
import { Current, SYSTEM } from '#app/platform/current'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import Invitation from '#app/identity/invitation'
import Tenant from '#app/tenancy/tenant'
import Delivery from '#app/notifications/delivery'

type Letter = { delivery: Delivery; from: string; html: string; text: string }

/** Sends one queued mail: claims it, sends it outside any unit, records what the server answered; or says why not. */
export class MailSending {
  constructor(
    private tenantId: string,
    private deliveryId: string
  ) {}

  async run() {
    const letter = await this.#inUnit(() => this.#takeUp())
    if (!letter) return
    const outcome = await this.#send(letter)
    faultPoint('mail.answered')
    await this.#inUnit(() => letter.delivery.settle(outcome))
  }

  async #takeUp(): Promise<Letter | null> {
    const delivery = await Delivery.find(this.deliveryId)
    const reason = delivery && whyNotSent(delivery.recipient)
    if (reason) await delivery.decline(reason)
    if (!delivery || reason || !(await delivery.claim())) return null
    const tenant = await Tenant.current()
    const reveal = await this.#linkOf(delivery)
    return { delivery, from: tenant.name, html: reveal(delivery.bodyHtml), text: reveal(delivery.bodyText) }
  }

  // The secret exists in the letter only: the row keeps the masked link.
  async #linkOf(delivery: Delivery) {
    const { linkKind, linkSubjectId, maskedLink } = delivery
    if (!linkKind) return (body: string) => body
    const link = await mintLink(linkKind as LinkKind, linkSubjectId!)
    return (body: string) => body.replaceAll(maskedLink!, link)
  }

  #send({ delivery, from, html, text }: Letter) {
    const { id, subject, recipient, recipientName } = delivery
    return post({ id, from, to: { address: recipient, name: recipientName }, subject, html, text })
  }

  #inUnit<T>(work: () => Promise<T>) {
    return Current.run({ tenantId: this.tenantId, actor: SYSTEM }, work)
  }
}

async function mintLink(kind: LinkKind, subjectId: string) {
  if (kind === 'invitation') return (await Invitation.findOrFail(subjectId)).mintLink()
  return `${appUrl}/s/${await LinkToken.mint({ kind, subjectId })}`
}
