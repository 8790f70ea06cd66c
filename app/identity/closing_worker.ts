import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import AccessToken from '#app/access_tokens/access_token'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import { TenantDeactivated } from '#app/tenancy/tenant_events'

/** Whoever was signed in signs in again when the company is open again. Until then its state keeps the doors shut. */
export default class ClosingWorker extends Worker {
  static queue = 'companies'
  static subscribes = [TenantDeactivated]

  async handle({ tenantId }: RecordedEvent) {
    if ((await Tenant.current()).isActive) return
    await AccessToken.endSignIns()
    await Identity.endSessionsOnlyIn(tenantId)
  }
}
