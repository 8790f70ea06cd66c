import type { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import type { WebhookAnswer } from '#app/webhooks/webhook_post'

const TAKEN: WebhookAnswer = { isTaken: true, status: 204, answer: '' }
const NOT_FOUND: WebhookAnswer = { isTaken: false, status: 404, answer: 'Not Found' }
const BUSY: WebhookAnswer = { isTaken: false, status: 503, answer: 'Restarting, back in a moment' }
/** Now and then it restarts. */
const RESTARTS_EACH = 7

/** The screen in the office that hears of requests and orders. Nobody is there in truth: what it answered is told. */
export class OrderBoard {
  #id!: string

  async connect() {
    const { id } = await WebhookEndpoint.register({
      url: 'https://board.brightwater.example/latchkey',
      description: 'Order board in the office',
      events: ['lead.created', 'lead.converted', 'order.created', 'order.finished'],
    })
    this.#id = id
    await WebhookDelivery.oweTest(id)
  }

  /** It is moved to another wall: what happens meanwhile waits. */
  async pause() {
    await (await this.#endpoint()).pause()
  }

  /** To what was sent so far, at its time. The first try found nothing there. */
  async answer() {
    const { pausedAt } = await this.#endpoint()
    const deliveries = await WebhookDelivery.ofEndpoint(this.#id).where('state', 'queued').orderBy('id')
    for (const [index, delivery] of deliveries.entries()) {
      const sentAt = delivery.createdAt.plus({ milliseconds: 800 })
      if (delivery.isTest) await this.#try(delivery, sentAt, NOT_FOUND)
      else if (pausedAt && sentAt > pausedAt) await delivery.merge({ state: 'held' }).save()
      else {
        if (index % RESTARTS_EACH === 0) await this.#try(delivery, sentAt, BUSY)
        await this.#try(delivery, sentAt.plus({ seconds: 6 }), TAKEN)
      }
    }
  }

  #try(delivery: WebhookDelivery, at: DateTime, answer: WebhookAnswer) {
    return clock.during(at, async () => {
      await delivery.merge({ state: 'sending', claimedAt: at, nextTryAt: null }).save()
      await delivery.begin()
      if (!delivery.isTest) await (await this.#endpoint()).health.note(answer)
      await delivery.settle(answer)
    })
  }

  #endpoint() {
    return WebhookEndpoint.findOrFail(this.#id)
  }
}
