import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import type { CrmAdapter } from '#plugins/crm/contract'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import Customer from '#app/customers/customer'
import {
  CustomerArchived,
  CustomerCreated,
  CustomerRestored,
  CustomerUpdated,
} from '#app/customers/customer_events'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmConnected } from '#app/crm_connections/crm_connection_events'
import CrmLink from '#app/crm_connections/crm_link'
import { behindIn } from '#app/crm_connections/crm_backlog'
import { push } from '#app/crm_connections/crm_push'

type Inside = <T>(work: () => Promise<T>) => Promise<T>

/** Writes customers to the system that their company has connected, one request at a time and outside of any unit. */
export default class CrmWorker extends Worker {
  static queue = 'crm'
  static unit = 'manual' as const
  static subscribes = [CustomerCreated, CustomerUpdated, CustomerArchived, CustomerRestored, CrmConnected]

  async handle(event: RecordedEvent) {
    const { tenantId, subject } = event
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const met = await inside(async () => {
      const connection = await CrmConnection.own()
      if (connection?.state !== 'working') return null
      const ids = CrmConnected.is(event) ? await behindIn(connection) : [subject.id]
      return { connection, ids, adapter: await connection.open() }
    })
    if (!met) return
    const { connection, ids, adapter } = met
    try {
      for (const id of ids) await this.write(id, connection, adapter, inside)
    } catch (error) {
      await inside(async () => (await CrmConnection.find(connection.id))?.noteFailure(error as Error))
      // What waits is known by itself, and goes when somebody has connected again.
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }

  private async write(customerId: string, { id }: CrmConnection, adapter: CrmAdapter, inside: Inside) {
    const met = await inside(async () => {
      const customer = await Customer.find(customerId)
      return customer && { customer, link: await CrmLink.of({ id }, customer) }
    })
    if (!met) return
    const outcome = await push(adapter, met.customer, met.link.externalId ?? null)
    await inside(async () => {
      const connection = await CrmConnection.query().where('id', id).forUpdate().first()
      if (!connection) return
      await (await CrmLink.of(connection, met.customer)).note(met.customer, outcome)
      await connection.noteSuccess()
    })
  }
}
