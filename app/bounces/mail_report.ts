import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import BlockedAddress, { type BlockReason } from '#app/deliveries/blocked_address'
import Delivery from '#app/deliveries/delivery'

type Sent = { id: string; tenant_id: string; recipient: string }
type Verdict = { address: string; reason: BlockReason; detail: string | null }

const recipients = (more: object = {}) =>
  vine.array(vine.object({ emailAddress: vine.string().maxLength(320), ...more })).maxLength(100)

/** What Amazon SES says of a mail; whatever else it says is left out. */
const reportShape = vine.create({
  mail: vine.object({ messageId: vine.string().maxLength(200) }),
  bounce: vine
    .object({
      bounceType: vine.string(),
      bouncedRecipients: recipients({ diagnosticCode: vine.string().optional() }),
    })
    .optional(),
  complaint: vine
    .object({
      complaintFeedbackType: vine.string().nullable().optional(),
      complainedRecipients: recipients(),
    })
    .optional(),
})
type Report = Awaited<ReturnType<typeof reportShape.validate>>

/** One report of the mail provider: what became of a mail after it had been taken. Taken in once, however often it comes. */
export class MailReport {
  constructor(
    private id: string,
    private content: unknown
  ) {}

  async take() {
    const [error, report] = await reportShape.tryValidate(this.content)
    if (error || (await this.#isKnown())) return
    for (const verdict of verdictsOf(report)) await this.#pass(verdict, report.mail.messageId)
    await this.#remember()
  }

  /** Only whom that mail was sent to, in the company that sent it. */
  async #pass({ address, ...why }: Verdict, messageId: string) {
    const { rows } = await acrossTenants((trx) =>
      trx.rawQuery<{ rows: Sent[] }>(
        `select id, tenant_id, recipient from deliveries where provider_id = ? and channel = 'mail'`,
        [messageId]
      )
    )
    for (const { id, tenant_id: tenantId, recipient } of rows)
      if (recipient.toLowerCase() === address.toLowerCase())
        await Current.run({ tenantId, actor: SYSTEM }, async () =>
          BlockedAddress.block(await Delivery.findOrFail(id), why)
        )
  }

  async #isKnown() {
    const { rows } = await acrossTenants((trx) =>
      trx.rawQuery<{ rows: object[] }>('select id from mail_reports where id = ?', [this.id])
    )
    return rows.length > 0
  }

  async #remember() {
    await acrossTenants((trx) =>
      trx.rawQuery('insert into mail_reports (id, taken_at) values (?, ?) on conflict do nothing', [
        this.id,
        DateTime.utc().toISO(),
      ])
    )
  }
}

/** A full mailbox empties again; whoever takes a complaint back does not complain. */
function verdictsOf({ bounce, complaint }: Report): Verdict[] {
  const bounced = bounce?.bounceType === 'Permanent' ? bounce.bouncedRecipients : []
  const isMeant = complaint && complaint.complaintFeedbackType !== 'not-spam'
  const complained = isMeant ? complaint.complainedRecipients : []
  return [
    ...bounced.map((one) => ({
      address: one.emailAddress,
      reason: 'bounced' as const,
      detail: (one as { diagnosticCode?: string }).diagnosticCode ?? null,
    })),
    ...complained.map((one) => ({
      address: one.emailAddress,
      reason: 'complained' as const,
      detail: complaint?.complaintFeedbackType ?? null,
    })),
  ]
}
