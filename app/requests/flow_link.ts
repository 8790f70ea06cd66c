import { Current, type Unit } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import LeadFlow from '#app/lead_flows/lead_flow'
import type { Door, Entrance } from '#app/requests/entrance'

type Address = { company: string; path: string; requestId?: string }

/** A flow that is open to whoever has its address, without a code. */
export class FlowLink {
  private constructor(
    readonly tenant: Tenant,
    readonly flow: LeadFlow | null,
    private unit: Unit
  ) {}

  /** Null when there is no such company. */
  static async find({ company, path, requestId }: Address): Promise<FlowLink | null> {
    const tenant = await Tenant.bySlug(String(company))
    if (!tenant) return null
    const unit: Unit = { tenantId: tenant.id, actor: { kind: 'customer', id: null }, requestId }
    const flow = tenant.isActive ? await Current.run(unit, () => LeadFlow.atPath(String(path))) : null
    return new FlowLink(tenant, flow, unit)
  }

  /** Where the flow may stand in a frame. */
  get sites() {
    return (this.flow?.sites ?? []).map((host) => `https://${host}`)
  }

  doorBy(source: 'link' | 'embed'): Door {
    const entrance = this.entranceBy(source)
    return { unit: this.unit, key: entrance.key, isCode: false, open: async () => entrance }
  }

  entranceBy(source: 'link' | 'embed'): Entrance {
    const { tenant, unit } = this
    const { id, path } = this.flow!
    const address = `/f/${tenant.slug}/${path}`
    return {
      tenant,
      unit,
      path: source === 'embed' ? `${address}/embedded` : address,
      key: id,
      source,
      leadFlowId: id,
      customer: null,
      code: null,
    }
  }
}
