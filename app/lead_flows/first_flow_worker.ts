import { Worker } from '#app/platform/events/worker'
import { TenantCreated } from '#app/tenancy/tenant_events'
import Tenant from '#app/tenancy/tenant'
import LeadFlow from '#app/lead_flows/lead_flow'

/** A new company can print codes at once: it begins with questions that fit most of them. */
export default class FirstFlowWorker extends Worker {
  static queue = 'companies'
  static subscribes = [TenantCreated]

  async handle() {
    await LeadFlow.startFor(await Tenant.current())
  }
}
