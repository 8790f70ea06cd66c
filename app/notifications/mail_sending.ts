import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { hasMailServer, mailFrom } from '#config/mail'
import { overSmtp } from '#app/platform/smtp_conversation'
import { faultPoint } from '#app/platform/fault_point'
import { Current, SYSTEM } from '#app/platform/current'
import LinkToken, { type LinkKind } from '#app/identity/link_token'
import Invitation from '#app/identity/invitation'
import Tenant from '#app/tenancy/tenant'
import Delivery, { type Outcome } from '#app/notifications/delivery'
import { outcomeOf } from '#app/notifications/smtp_answer'

type Letter = { delivery: Delivery; from: string; html: string; text: string }

/** Two top-level domains that can never belong to anybody (RFC 2606). */
const RESERVED = /@(.+\.)?(example|invalid)$/i

const NO_SERVER = { code: 'E_NO_MAIL_SERVER', error: 'This installation has no mail server: set SMTP_URL' }
const NOBODY = {
  code: 'E_RESERVED_ADDRESS',
  error: 'Addresses that end in .example or .invalid belong to nobody, so nothing is sent to them',
}

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
    const reason = delivery && whyNotSent(delivery)
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

  async #send({ delivery, from, html, text }: Letter): Promise<Outcome> {
    const { answer, failure } = await overSmtp(() =>
      mail.send((message) => {
        message
          .from(mailFrom, from)
          .to(delivery.recipient, delivery.recipientName ?? undefined)
          .subject(delivery.subject)
          .messageId(`${delivery.id}@${new URL(appUrl).hostname}`)
          .html(html)
          .text(text)
      })
    )
    return failure ? outcomeOf(failure.error, failure) : { state: 'sent', providerId: answer.messageId }
  }

  #inUnit<T>(work: () => Promise<T>) {
    return Current.run({ tenantId: this.tenantId, actor: SYSTEM }, work)
  }
}

async function mintLink(kind: LinkKind, subjectId: string) {
  if (kind === 'invitation') return (await Invitation.findOrFail(subjectId)).mintLink()
  return `${appUrl}/s/${await LinkToken.mint({ kind, subjectId })}`
}

function whyNotSent({ recipient }: Delivery) {
  if (RESERVED.test(recipient)) return NOBODY
  return hasMailServer ? null : NO_SERVER
}
