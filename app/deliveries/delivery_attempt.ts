import { DateTime } from 'luxon'
import { Current } from '#app/platform/database/current'
import { LADDER, SENDER_GONE, type Failure } from '#app/platform/sending/posting'
import { timers } from '#app/platform/timers/timers'
import BlockedAddress from '#app/deliveries/blocked_address'
import type Delivery from '#app/deliveries/delivery'
import { ended } from '#app/deliveries/delivery_try'
import { mailKindOf } from '#app/deliveries/mail_kinds'

/** The try of a delivery that is under way: how it ends, and whether another follows. */
export class DeliveryAttempt {
  constructor(private delivery: Delivery) {}

  /** Why the provider has not taken it, as far as is known. A try that failed because it is out of order does not count. */
  async fail(failure: Failure, { provider, isOutOfOrder }: { provider: string; isOutOfOrder: boolean }) {
    await this.delivery.lock()
    if (this.delivery.state !== 'sending') return
    this.delivery.tries = this.delivery.tries.with(-1, { ...this.delivery.tries.at(-1)!, provider })
    if (failure.state === 'later' && isOutOfOrder) {
      await this.#returnToQueue(failure, provider)
    } else {
      if (failure.isAddressGone)
        await BlockedAddress.block(this.delivery, { reason: 'bounced', detail: failure.error })
      await this.#giveUpOrRetry(failure)
    }
  }

  /** It turned out not to be wanted before it was handed over: no provider has heard of it. */
  async decline(reason: { code: string; error: string }) {
    await this.delivery.lock()
    if (this.delivery.state !== 'sending') return
    this.delivery.tries = ended(this.delivery.tries, { state: 'failed', ...reason })
    await this.delivery.end('not_sent', reason)
  }

  /** The process that claimed it is gone, between the channel's answer and our record of it: nobody can know. */
  async abandon(attempt: number) {
    await this.delivery.lock()
    if (this.delivery.state !== 'sending' || this.delivery.attempts !== attempt) return
    const state = mailKindOf(this.delivery.kind).isRepeatable ? 'later' : 'unknown'
    await this.#giveUpOrRetry({ state, ...SENDER_GONE })
  }

  async #returnToQueue(outcome: Failure, provider: string) {
    this.delivery.tries = ended(this.delivery.tries, outcome, { isUncounted: true })
    const { code: errorCode, error } = outcome
    await Object.assign(this.delivery, {
      state: 'queued',
      attempts: this.delivery.attempts - 1,
      errorCode,
      error,
    }).save()
    await this.delivery.askForTurn(provider)
  }

  async #giveUpOrRetry(failure: Failure) {
    const wait = failure.state === 'later' ? LADDER[this.delivery.attempts - 1] : undefined
    const atLeast = { seconds: failure.retryAfter ?? 0 }
    const nextTryAt = wait ? DateTime.max(DateTime.utc().plus(wait), DateTime.utc().plus(atLeast)) : null
    this.delivery.tries = ended(
      this.delivery.tries,
      failure,
      nextTryAt ? { nextTryAt: nextTryAt.toISO() } : {}
    )
    if (nextTryAt) {
      await Object.assign(this.delivery, {
        state: 'queued',
        nextTryAt,
        errorCode: failure.code,
        error: failure.error,
      }).save()
      const due = { tenantId: Current.tenantId, deliveryId: this.delivery.id }
      await timers.schedule('delivery_retry', due, { startAfter: nextTryAt })
    } else {
      await this.delivery.end(failure.state === 'later' ? 'failed' : failure.state, failure)
    }
  }
}
