import { DateTime } from 'luxon'
import { lockRow } from '#app/platform/database/row_lock'
import { timers } from '#app/platform/timers/timers'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import type WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import type { WebhookAnswer } from '#app/webhooks/webhook_post'

/** After so many failures in a row an endpoint is left alone, for so many seconds, longer each time. */
const BREAKER = { failures: 5, wait: 30, longestWait: 3600 }
/** One message tries it at a time, and has so long to come back. */
const PROBE = { seconds: 60 }
/** Failing without a break for so long, it is paused. */
const PATIENCE = { days: 3 }
const NOTED_EVERY = { minutes: 1 }
/** So many of those that waited are let go at a time, so that nobody else waits for a company's backlog. */
const TOGETHER = 500

/** Whether an endpoint takes what is sent: what waits for it while it does not, and when it is let go. */
export class EndpointHealth {
  static readonly UNKNOWN = { failures: 0, failingSince: null, brokenUntil: null } as const

  constructor(private endpoint: WebhookEndpoint) {}

  /** Whether a message may go now. Of those that come while it is out of order, one at a time tries it. */
  async admits() {
    const { endpoint } = this
    if (endpoint.state === 'working' && !endpoint.brokenUntil) return true
    await lockRow(endpoint)
    const isLeftAlone = endpoint.brokenUntil !== null && endpoint.brokenUntil > DateTime.utc()
    const isAdmitted = endpoint.state === 'working' && !isLeftAlone
    if (isAdmitted && endpoint.brokenUntil) await this.#leaveAloneUntil(DateTime.utc().plus(PROBE))
    return isAdmitted
  }

  async note(answer: WebhookAnswer) {
    if (answer.isTaken) await this.#noteSuccess()
    else await this.#noteFailure(answer)
  }

  /** Lets go what waits: one that tries it while it is out of order, else all of them, some at a time. */
  async release() {
    const { endpoint } = this
    await lockRow(endpoint)
    if (endpoint.state === 'paused') return
    const count = endpoint.brokenUntil ? 1 : TOGETHER
    const released = await WebhookDelivery.letGo(endpoint.id, count)
    if (released === TOGETHER) await this.#releaseAt(DateTime.utc().plus({ seconds: 1 }))
  }

  async #noteSuccess() {
    const { endpoint } = this
    const notedAfter = DateTime.utc().minus(NOTED_EVERY)
    const isNoted = endpoint.lastSuccessAt !== null && endpoint.lastSuccessAt > notedAfter
    if (isNoted && endpoint.failures === 0) return
    await lockRow(endpoint)
    const wasBroken = endpoint.brokenUntil !== null
    await endpoint.merge({ ...EndpointHealth.UNKNOWN, lastSuccessAt: DateTime.utc() }).save()
    if (wasBroken) await this.release()
  }

  async #noteFailure({ status, code, answer }: WebhookAnswer) {
    const { endpoint } = this
    await lockRow(endpoint)
    const [now, said] = [DateTime.utc(), [status, code, answer].filter(Boolean).join(' ')]
    endpoint.merge({
      failures: endpoint.failures + 1,
      failingSince: endpoint.failingSince ?? now,
      lastFailure: said.slice(0, 500),
      lastFailureAt: now,
    })
    await endpoint.save()
    if (status === 410) await endpoint.pause('gone')
    else if (endpoint.failingSince! <= now.minus(PATIENCE)) await endpoint.pause('failing')
    else if (endpoint.failures >= BREAKER.failures) await this.#leaveAlone(now)
  }

  async #leaveAlone(now: DateTime) {
    const doublings = this.endpoint.failures - BREAKER.failures
    const seconds = Math.min(BREAKER.wait * 2 ** Math.min(doublings, 20), BREAKER.longestWait)
    await this.#leaveAloneUntil(now.plus({ seconds }))
  }

  async #leaveAloneUntil(moment: DateTime) {
    await this.endpoint.merge({ brokenUntil: moment }).save()
    await this.#releaseAt(moment)
  }

  #releaseAt(startAfter: DateTime) {
    const { id, tenantId } = this.endpoint
    return timers.schedule('webhook_release', { tenantId, endpointId: id }, { startAfter }, { key: id })
  }
}
