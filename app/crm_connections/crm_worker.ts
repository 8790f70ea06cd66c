import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import {
  CustomerArchived,
  CustomerCreated,
  CustomerMerged,
  CustomerRestored,
  CustomerUpdated,
} from '#app/customers/customer_events'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmConnected } from '#app/crm_connections/crm_connection_events'
import { CrmLinkChanged, CrmLinkRenewed } from '#app/crm_connections/crm_link_events'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import { behindIn } from '#app/crm_connections/crm_backlog'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import { CrmWriting, type Inside } from '#app/crm_connections/crm_writing'
import { CrmLinkHeldError } from '#app/crm_connections/errors'

/** Writes customers to the system that their company has connected. */
export default class CrmWorker extends Worker {
  static queue = 'crm'
  static companiesWith = 'crm_connections'
  static unit = 'manual' as const
  static subscribes = [
    CustomerCreated,
    CustomerUpdated,
    CustomerArchived,
    CustomerRestored,
    CustomerMerged,
    CrmConnected,
    CrmLinkRenewed,
    CrmLinkChanged,
    TenantReactivated,
  ]

  async handle(event: RecordedEvent) {
    const { id, tenantId, subject } = event
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const met = await inside(async () => {
      const connection = await CrmConnection.atWork()
      if (!connection) return null
      const isOfLink = CrmLinkRenewed.is(event) || CrmLinkChanged.is(event)
      const own = isOfLink ? event.data.customerId : subject.id
      const isAnew = CrmConnected.is(event) || TenantReactivated.is(event)
      const ids = isAnew ? await behindIn(connection) : [own]
      return { connection, ids, way: await mappedWay(connection) }
    })
    if (!met) return
    const { connection, ids, way } = met
    const writing = new CrmWriting({ ...way, connection, inside }, id, CrmLinkChanged.is(event))
    try {
      for (const customerId of ids) await writing.write(customerId)
    } catch (error) {
      if (error instanceof CrmLinkHeldError) throw error
      await inside(() => connection.noteFailure(error as Error))
      // What waits is known by itself, and goes when somebody has connected again.
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }
}
