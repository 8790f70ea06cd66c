import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { WebhookEndpointSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import type { RecordedEvent } from '#app/platform/events/events'
import { newId } from '#app/platform/ids'
import { EndpointHealth } from '#app/webhooks/endpoint_health'
import { TooManyEndpointsError } from '#app/webhooks/errors'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import {
  WebhookEndpointCreated,
  WebhookEndpointDeleted,
  WebhookEndpointPaused,
  WebhookEndpointResumed,
  WebhookEndpointUpdated,
  WebhookSecretRotated,
  WebhooksResent,
  type PauseReason,
} from '#app/webhooks/webhook_events'
import { newWebhookSecret } from '#app/webhooks/webhook_signature'

export type EndpointDraft = { url: string; description: string; events: string[] | null }

const MOST = 20
/** Both secrets sign for so long after one took the place of the other. */
const ROTATION = { hours: 24 }

/** A program of a company's own that hears what happens there, by messages to its address. */
export default class WebhookEndpoint extends WebhookEndpointSchema {
  @column()
  declare state: 'working' | 'paused'

  @column()
  declare pausedFor: PauseReason | null

  static async register(draft: EndpointDraft) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 5))', [Current.tenantId])
    const known = await this.query().select('id')
    if (known.length >= MOST) throw new TooManyEndpointsError()
    const id = newId()
    const endpoint = await this.create({
      ...{ id, ...draft, state: 'working', failures: 0 },
      secret: sealed(id, newWebhookSecret()),
    })
    await WebhookEndpointCreated.record(endpoint, { ...endpoint.about, events: draft.events })
    return endpoint
  }

  /** In the order in which they were made, whether they work or not. */
  static inOrder() {
    return this.query().orderBy('id')
  }

  /** What happened before it asked for it is not news. */
  wantsToHearOf({ name, occurredAt }: RecordedEvent) {
    const isAskedFor = this.events === null || this.events.includes(name)
    return isAskedFor && (this.hearsSince ?? this.createdAt) <= occurredAt
  }

  async revise(draft: Partial<EndpointDraft>) {
    await lockRow(this)
    Object.assign(this, draft)
    const fields = Object.keys(this.$dirty)
    if (fields.length === 0) return
    if (fields.includes('events')) this.hearsSince = DateTime.utc()
    await this.save()
    await WebhookEndpointUpdated.record(this, { ...this.about, fields })
  }

  /** Its messages go with it. */
  async remove() {
    await WebhookEndpointDeleted.record(this, this.about)
    await this.delete()
  }

  /** Those that sign now, the newest first. */
  get secrets() {
    const isBoth = this.formerSecret !== null && this.formerUntil! > DateTime.utc()
    return [this.secret, ...(isBoth ? [this.formerSecret!] : [])].map((one) => opened(this.id, one))
  }

  async rotateSecret() {
    await lockRow(this)
    const [formerSecret, formerUntil] = [this.secret, DateTime.utc().plus(ROTATION)]
    const secret = newWebhookSecret()
    await Object.assign(this, { secret: sealed(this.id, secret), formerSecret, formerUntil }).save()
    await WebhookSecretRotated.record(this, this.about)
    return secret
  }

  get health() {
    return new EndpointHealth(this)
  }

  /** Nothing goes there until somebody resumes it; what happens meanwhile waits. */
  async pause(reason: PauseReason = 'by_hand') {
    await lockRow(this)
    if (this.state === 'paused') return
    const paused = {
      state: 'paused',
      pausedFor: reason,
      pausedAt: DateTime.utc(),
      brokenUntil: null,
    } as const
    await Object.assign(this, paused).save()
    await WebhookEndpointPaused.record(this, { ...this.about, reason })
  }

  async resume() {
    await lockRow(this)
    if (this.state === 'working') return
    const working = { state: 'working', pausedFor: null, pausedAt: null } as const
    await Object.assign(this, { ...working, ...EndpointHealth.UNKNOWN }).save()
    await WebhookEndpointResumed.record(this, this.about)
    await this.health.release()
  }

  /** All that failed goes again, as if for the first time. */
  async resendFailed() {
    await lockRow(this)
    const count = await WebhookDelivery.holdFailed(this.id)
    if (count > 0) await WebhooksResent.record(this, { ...this.about, count })
    await this.health.release()
    return count
  }

  async noteResent() {
    await WebhooksResent.record(this, { ...this.about, count: 1 })
  }

  get host() {
    return new URL(this.url).host
  }

  private get about() {
    return { host: this.host }
  }
}

const purposeFor = (id: string) => `webhook_endpoints.secret:${Current.tenantId}:${id}`
const sealed = (id: string, secret: string) => encryption.encrypt(secret, { purpose: purposeFor(id) })

function opened(id: string, cipher: string) {
  const secret = encryption.decrypt<string>(cipher, purposeFor(id))
  if (!secret) throw new Error('A webhook secret cannot be opened: APP_KEY is not the one it was sealed with')
  return secret
}
