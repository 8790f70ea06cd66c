import { DateTime, type DurationLikeObject } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { WebhookDeliverySchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import { newId } from '#app/platform/ids'
import { turns } from '#app/platform/sending/turns'
import { timers } from '#app/platform/timers/timers'
import { WebhookUnderWayError } from '#app/webhooks/errors'
import { TEST_EVENT } from '#app/webhooks/offered_events'
import { testPayload } from '#app/webhooks/webhook_payload'
import type { WebhookAnswer } from '#app/webhooks/webhook_post'
import { MOST_TRIES, type WebhookTry } from '#app/webhooks/webhook_try'

export const WEBHOOK_STATES = ['queued', 'held', 'sending', 'delivered', 'failed'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Waits between tries, three days in all; after the last one the message has failed. */
export const LADDER: DurationLikeObject[] = [
  { seconds: 5 },
  { minutes: 5 },
  { minutes: 30 },
  { hours: 2 },
  { hours: 5 },
  { hours: 10 },
  { hours: 14 },
  { hours: 20 },
  { hours: 24 },
]
/** Each wait is longer by up to so much of itself, so that what failed together does not come back together. */
const SPREAD = 0.1

export const SENDER_GONE: WebhookAnswer = {
  isTaken: false,
  status: null,
  code: 'E_OUTCOME_UNKNOWN',
  answer: 'The sender stopped before the answer was recorded. The same message goes again.',
}

/** One event on its way to one endpoint. Its message keeps its id over all tries, so that a receiver knows it again. */
export default class WebhookDelivery extends WebhookDeliverySchema {
  static isWrittenAtEnd = true

  @column()
  declare state: WebhookState

  @column({ prepare: (value: unknown) => JSON.stringify(value) })
  declare tries: WebhookTry[]

  static async owe(webhookEndpointId: string, message: { eventId: string; event: string; payload: string }) {
    const owed = { ...message, webhookEndpointId, attempts: 0, tries: [] }
    const delivery = await this.create({ ...owed, state: 'queued' })
    delivery.askForTurn()
    return delivery
  }

  static oweTest(endpointId: string) {
    const payload = testPayload(DateTime.utc(), endpointId)
    return this.owe(endpointId, { eventId: newId(), event: TEST_EVENT, payload })
  }

  static ofEndpoint(id: string, { state, event }: { state?: WebhookState; event?: string } = {}) {
    const deliveries = this.query().where('webhookEndpointId', id)
    if (state) deliveries.where('state', state)
    if (event) deliveries.where('event', event)
    return deliveries
  }

  /** The oldest of those that wait for an endpoint go. Resolves to how many. */
  static async letGo(endpointId: string, count: number) {
    const { rows } = await db.rawQuery<{ rows: { id: string }[] }>(
      `update webhook_deliveries set state = 'queued', next_try_at = null, updated_at = :now
       where tenant_id = :tenantId and id = any(array(select id from webhook_deliveries
         where tenant_id = :tenantId and webhook_endpoint_id = :endpointId and state = 'held' order by id limit :count))
       returning id`,
      { ...scope(endpointId), count }
    )
    for (const { id } of rows) askFor(id)
    return rows.length
  }

  /** All that failed wait to go again, with all their tries before them. Resolves to how many. */
  static async holdFailed(endpointId: string) {
    const { rowCount } = await db.rawQuery<{ rowCount: number }>(
      `update webhook_deliveries set state = 'held', attempts = 0, updated_at = :now
       where tenant_id = :tenantId and webhook_endpoint_id = :endpointId and state = 'failed'`,
      scope(endpointId)
    )
    return rowCount
  }

  /** What a company owed when it was closed, and whose turn came meanwhile. */
  static async holdOverdue(endpointId: string) {
    await db.rawQuery(
      `update webhook_deliveries set state = 'held', updated_at = :now
       where tenant_id = :tenantId and webhook_endpoint_id = :endpointId and state = 'queued'
         and (next_try_at is null or next_try_at <= :now)`,
      scope(endpointId)
    )
  }

  get isTest() {
    return this.event === TEST_EVENT
  }

  get isOver() {
    return this.state === 'delivered' || this.state === 'failed'
  }

  askForTurn() {
    askFor(this.id)
  }

  /** Its endpoint takes nothing now. */
  async hold() {
    await lockRow(this)
    if (this.state === 'sending') await Object.assign(this, { state: 'held' }).save()
  }

  async begin() {
    await lockRow(this)
    const tries = [...this.tries, { startedAt: DateTime.utc().toISO() }].slice(-MOST_TRIES)
    await Object.assign(this, { attempts: this.attempts + 1, tries }).save()
  }

  /** What became of the try that is under way, and whether another follows. */
  async settle(answer: WebhookAnswer) {
    await lockRow(this)
    if (this.state !== 'sending') return
    const nextTryAt = answer.isTaken ? null : this.#nextTryAfter(answer)
    this.tries = this.#triesEnded(answer, nextTryAt)
    this.status = answer.status
    if (answer.isTaken) {
      await Object.assign(this, { state: 'delivered', deliveredAt: DateTime.utc() }).save()
    } else if (nextTryAt) {
      await Object.assign(this, { state: 'queued', nextTryAt }).save()
      const due = { tenantId: this.tenantId, deliveryId: this.id }
      await timers.schedule('webhook_retry', due, { startAfter: nextTryAt }, { key: this.id })
    } else {
      await Object.assign(this, { state: 'failed' }).save()
    }
  }

  /** The process that claimed it is gone. A receiver knows the same message again, so it goes once more. */
  async abandon(claimedAt: DateTime) {
    await lockRow(this)
    const isStranded = this.state === 'sending' && this.claimedAt?.toMillis() === claimedAt.toMillis()
    if (isStranded) await this.settle(SENDER_GONE)
  }

  async resend() {
    await lockRow(this)
    if (!this.isOver && this.state !== 'held') throw new WebhookUnderWayError()
    await Object.assign(this, { state: 'queued', attempts: 0, nextTryAt: null, deliveredAt: null }).save()
    this.askForTurn()
  }

  #nextTryAfter({ status, retryAfter = 0 }: WebhookAnswer) {
    const wait = this.isTest || status === 410 ? undefined : LADDER[Math.max(0, this.attempts - 1)]
    if (!wait) return null
    const now = DateTime.utc()
    const spread = now.plus(wait).diff(now).toMillis() * SPREAD * Math.random()
    return DateTime.max(now.plus(wait).plus(spread), now.plus({ seconds: retryAfter }))
  }

  // A sender may have died before it began its try.
  #triesEnded({ isTaken, status, code, answer }: WebhookAnswer, nextTryAt: DateTime | null): WebhookTry[] {
    const last = this.tries.at(-1)
    const begun = last && !last.endedAt ? last : { startedAt: this.claimedAt!.toUTC().toISO()! }
    const end = { endedAt: DateTime.utc().toISO(), isTaken, status, code, answer }
    const ended = { ...begun, ...end, ...(nextTryAt && { nextTryAt: nextTryAt.toUTC().toISO()! }) }
    return begun === last ? this.tries.with(-1, ended) : [...this.tries, ended].slice(-MOST_TRIES)
  }
}

const askFor = (subjectId: string) =>
  turns.ask({ provider: 'webhooks', priority: 'normal', sender: 'webhook', subjectId })

const scope = (endpointId: string) => ({
  tenantId: Current.tenantId,
  endpointId,
  now: DateTime.utc().toISO(),
})
