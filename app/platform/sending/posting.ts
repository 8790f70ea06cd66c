import type { DurationLikeObject } from 'luxon'
import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { hasMailServer, mailDriver, mailFrom } from '#config/mail'
import { sesOutcomeOf } from '#app/platform/sending/ses_answer'
import { outcomeOf } from '#app/platform/sending/smtp_answer'

export type Failure = {
  state: 'later' | 'failed' | 'unknown' | 'not_sent'
  code: string
  error: string
  /** It is the provider that failed, and not this message. */
  isProviderDown?: boolean
  /** There is no such mailbox: no other message would get there either. */
  isAddressGone?: true
  /** Seconds that the far side wants to be left alone for. */
  retryAfter?: number
}
export type Outcome = { state: 'sent'; providerId: string | null; answer?: string } | Failure

type Envelope = {
  id: string
  from: string
  to: { address: string; name?: string | null }
  subject: string
  html: string
  text: string
  /** Where one click ends mails of this kind (RFC 8058). */
  unsubscribe?: string | null
}

/** Waits between attempts; after the last one the mail has failed. */
export const LADDER: DurationLikeObject[] = [
  { seconds: 30 },
  { minutes: 5 },
  { minutes: 30 },
  { hours: 2 },
  { hours: 8 },
]
/** Longer than any time-out of a sender: after it a claimed mail has no one who is still sending it. */
export const CLAIM = { minutes: 3 }
export const SENDER_GONE = {
  code: 'E_OUTCOME_UNKNOWN',
  error: 'The sender stopped before the answer was recorded',
}

/** Two top-level domains that can never belong to anybody (RFC 2606). */
const RESERVED = /[@.](example|invalid)$/i

const NO_SERVER = {
  code: 'E_NO_MAIL_SERVER',
  error: 'This installation has no mail server: set SMTP_URL, or MAIL_DRIVER and SES_REGION',
}
const NOBODY = {
  code: 'E_RESERVED_ADDRESS',
  error: 'Addresses that end in .example or .invalid belong to nobody, so nothing is sent to them',
}

/** Why there is no use in trying; null when there is. */
export function whyNotSent(address: string) {
  if (RESERVED.test(address)) return NOBODY
  return hasMailServer ? null : NO_SERVER
}

/** Hands one mail to the mail server, outside any unit of work, and says what became of it. */
export async function post(
  { id, from, to, subject, html, text, unsubscribe }: Envelope,
  driver = mailDriver
): Promise<Outcome> {
  try {
    const { messageId, original } = await mail.use(driver).send((message) => {
      message
        .from(mailFrom, from)
        .to(to.address, to.name ?? undefined)
        .subject(subject)
        .messageId(`${id}@${new URL(appUrl).hostname}`)
        .html(html)
        .text(text)
      if (unsubscribe) message.listUnsubscribe(unsubscribe, { oneClick: true })
    })
    return {
      state: 'sent',
      providerId: driver === 'ses' ? original.response : messageId,
      answer: original.response,
    }
  } catch (error) {
    return driver === 'ses' ? sesOutcomeOf(error as Error) : outcomeOf(error as Error)
  }
}
