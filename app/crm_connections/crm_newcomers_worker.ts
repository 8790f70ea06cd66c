import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmNewcomersWanted } from '#app/crm_connections/crm_connection_events'
import Tenant from '#app/tenancy/tenant'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import { takeInWanted } from '#app/crm_connections/crm_newcomers'

/** Makes customers of all new people of the system outside, some in each unit; after a death it goes on with those who are left. */
export default class CrmNewcomersWorker extends Worker {
  static queue = 'crm'
  static companiesWith = 'crm_connections'
  static unit = 'manual' as const
  static subscribes = [CrmNewcomersWanted, TenantReactivated]

  async handle({ tenantId }: RecordedEvent) {
    const takeSome = async () => {
      const connection = await CrmConnection.query().preload('vendor').forUpdate().first()
      return connection && (await Tenant.current()).isActive
        ? takeInWanted(connection, (await mappedWay(connection)).mapping)
        : false
    }
    for (let isMore = true; isMore;) isMore = await Current.run({ tenantId, actor: SYSTEM }, takeSome)
  }
}
