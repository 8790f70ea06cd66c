import { DateTime } from 'luxon'
import { Worker } from '#app/platform/events/worker'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import Delivery from '#app/deliveries/delivery'

/** A company is open again: what came to its turn while it was closed asks for another. */
export default class ResumptionWorker extends Worker {
  static queue = 'notifications'
  static subscribes = [TenantReactivated]

  async handle() {
    const waiting = await Delivery.query()
      .where('state', 'queued')
      .where((due) =>
        due
          .whereNull('nextTryAt')
          .orWhere((tried) =>
            tried.where('attempts', '>', 0).where('nextTryAt', '<=', DateTime.utc().toISO())
          )
      )
      .orderBy('id')
    for (const delivery of waiting) await delivery.askForTurn()
  }
}
