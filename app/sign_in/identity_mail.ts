import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { IdentityMailSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { timers } from '#app/platform/timers/timers'
import { turns } from '#app/platform/sending/turns'
import { acrossTenants } from '#app/platform/database/current'
import { MASK } from '#app/platform/sending/letter'
import { CLAIM, LADDER, SENDER_GONE, type Outcome } from '#app/platform/sending/posting'
import { MailNotOverError } from '#app/sign_in/errors'
import type { LetterKind } from '#app/sign_in/letters'

export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'not_sent'] as const
export type MailState = (typeof MAIL_STATES)[number]

export type NotSent = { state: 'not_sent'; code: string; error: string }

/** Hours later nobody waits for a link any more. */
const TRIES = LADDER.slice(0, 3)

/** One mail to a person, from the moment it is owed to what became of it. What cannot be known is sent again. */
export default class IdentityMail extends IdentityMailSchema {
  static connection = 'system'

  @column()
  declare kind: LetterKind

  @column()
  declare state: MailState

  /** Owes the mail, and asks for its turn, together. The same work whoever the address belongs to. */
  static async owe(
    kind: LetterKind,
    recipient: string,
    data: Record<string, string | null> = {},
    trx?: TransactionClientContract
  ) {
    const write = async (client: TransactionClientContract) => {
      const mail = await this.create({ id: newId(), kind, recipient, data, state: 'queued' }, { client })
      await mail.askForTurn(client)
      return mail
    }
    return trx ? write(trx) : acrossTenants(write)
  }

  /** Takes the right to send it; false when another process has it or it is over. */
  static async claim(trx: TransactionClientContract, id: string) {
    const mail = await this.query({ client: trx }).where('id', id).forUpdate().first()
    if (mail?.state !== 'queued') return false
    const attempt = mail.attempts + 1
    await mail
      .merge({ state: 'sending', attempts: attempt, claimedAt: DateTime.utc(), nextTryAt: null })
      .save()
    await timers.scheduleAcross(trx, 'identity_mail_watch', { mailId: id, attempt }, { in: CLAIM })
    return true
  }

  /** Waits to be sent, before all that nobody waits for. */
  askForTurn(trx: TransactionClientContract) {
    const turn = { priority: 'critical', sender: 'identity_mail', subjectId: this.id } as const
    return turns.askAcross(trx, { provider: 'smtp', ...turn })
  }

  /** What became of a try. One that failed because the mail server is out of order does not count. */
  async settle(outcome: Outcome | NotSent, { isOutOfOrder }: { isOutOfOrder: boolean }) {
    await this.#whileSending(this.attempts, async (mail, trx) => {
      if (outcome.state === 'sent') {
        const { providerId } = outcome
        mail.merge({ state: 'sent', sentAt: DateTime.utc(), providerId, errorCode: null, error: null })
      } else if (outcome.state === 'later' && isOutOfOrder) {
        const { code: errorCode, error } = outcome
        mail.merge({ state: 'queued', attempts: mail.attempts - 1, errorCode, error })
        await mail.askForTurn(trx)
      } else {
        await mail.#giveUpOrRetry(outcome.state, outcome, trx)
      }
    })
  }

  /** The process that claimed it is gone: better two mails than none. */
  async abandon(attempt: number) {
    await this.#whileSending(attempt, (mail, trx) => mail.#giveUpOrRetry('later', SENDER_GONE, trx))
  }

  /** Whether it holds a link or a code for whoever has the address. */
  get hasSecret() {
    return this.bodyText !== null && this.bodyText.includes(MASK)
  }

  get isOver() {
    return this.state !== 'queued' && this.state !== 'sending'
  }

  /** Owes the same mail anew, as a row of its own. */
  async resend() {
    if (!this.isOver) throw new MailNotOverError()
    return IdentityMail.owe(this.kind, this.recipient, this.data)
  }

  async #giveUpOrRetry(
    state: Exclude<Outcome['state'], 'sent'> | 'not_sent',
    { code, error }: { code: string; error: string },
    trx: TransactionClientContract
  ) {
    const wait = state === 'later' || state === 'unknown' ? TRIES[this.attempts - 1] : undefined
    Object.assign(this, { errorCode: code, error, state: state === 'not_sent' ? 'not_sent' : 'failed' })
    if (!wait) return
    Object.assign(this, { state: 'queued', nextTryAt: DateTime.utc().plus(wait) })
    await timers.scheduleAcross(trx, 'identity_mail', { mailId: this.id }, { startAfter: this.nextTryAt! })
  }

  #whileSending(
    attempt: number,
    work: (mail: IdentityMail, trx: TransactionClientContract) => Promise<void> | void
  ) {
    return acrossTenants(async (trx) => {
      const mail = await IdentityMail.query({ client: trx }).where('id', this.id).forUpdate().firstOrFail()
      if (mail.state !== 'sending' || mail.attempts !== attempt) return
      await work(mail, trx)
      await mail.save()
    })
  }
}
