import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
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

/** Writes customers to the system that their company has connected, one request at a time and outside of any unit. */
export default class CrmWorker extends Worker {
  static queue = 'crm'
  static unit = 'manual' as const
  static subscribes = [CustomerCreated, CustomerUpdated, CustomerArchived, CustomerRestored, CrmConnected]

  async handle(event: RecordedEvent) {
    const { tenantId, subject } = event
    const inside = <T>(work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
    const connection = await inside(() => CrmConnection.own())
    if (!connection || connection.state === 'needs_reconnect') return
    const ids = CrmConnected.is(event) ? await inside(() => behindIn(connection)) : [subject.id]
    for (const id of ids) await this.push(connection, id, inside)
  }

  private async push(
    { id }: CrmConnection,
    customerId: string,
    inside: <T>(work: () => Promise<T>) => Promise<T>
  ) {
    const met = await inside(async () => {
      const [connection, customer] = [await CrmConnection.find(id), await Customer.find(customerId)]
      if (!connection || !customer) return null
      const link = await CrmLink.of(connection, customer)
      return { connection, customer, link, adapter: await connection.open() }
    })
    if (!met) return
    try {
      const outcome = await push(met.adapter, met.customer, met.link.externalId ?? null)
      await inside(async () => {
        const connection = await CrmConnection.query().where('id', id).forUpdate().first()
        if (!connection) return
        await (await CrmLink.of(connection, met.customer)).note(met.customer, outcome)
        await connection.noteSuccess()
      })
    } catch (error) {
      await inside(async () => (await CrmConnection.find(id))?.noteFailure(error as Error))
      // What waits is known by itself, and goes when somebody has connected again.
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }
}
