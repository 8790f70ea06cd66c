import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import CrmLink from '#app/crm_connections/crm_link'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import { APART, foresee, type Foreseen } from '#app/crm_connections/crm_push'
import { CrmWriting, type Inside } from '#app/crm_connections/crm_writing'
import CrmSync from '#app/crm_connections/crm_sync'
import { CrmSyncContinued, CrmSyncStarted } from '#app/crm_connections/crm_sync_events'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import { CrmLinkHeldError, CrmSyncHeldError } from '#app/crm_connections/errors'

type Walk = MappedWay & {
  sync: CrmSync
  connection: CrmConnection
  customers: Customer[]
  inside: Inside
}

/** So many at a time, then others of the queue have their turn. */
const BATCH = 25

/** Walks through all customers of a company, in the order of their ids; after a death it walks on where it was. */
export default class CrmSyncWorker extends Worker {
  static queue = 'crm'
  static unit = 'manual' as const
  static subscribes = [CrmSyncStarted, CrmSyncContinued]

  async handle(event: RecordedEvent) {
    const { tenantId, subject } = event
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const step = CrmSyncContinued.is(event) ? event.data.step : 0
    const walk = await inside(() => begin(subject.id, step))
    if (!walk) return
    let last = walk.sync.afterId
    try {
      for (const customer of walk.customers) {
        if (!(await inside(() => isStillRunning(walk.sync)))) return await inside(() => walk.sync.leave(last))
        await this.#settle({ ...walk, inside }, customer, event.id)
        last = customer.id
      }
      await inside(() => goOn(walk.sync, last, walk.customers.length))
    } catch (error) {
      await inside(() => fail(walk, last, error as Error))
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }

  async #settle(walk: Walk, customer: Customer, eventId: string) {
    const { sync, inside } = walk
    if (await inside(() => CrmSyncRow.isThere(sync, customer))) return
    const foreseen = await (sync.purpose === 'preview'
      ? this.#foresee(walk, customer)
      : this.#write(walk, customer, eventId))
    await inside(async () => {
      await CrmSyncRow.note(sync, customer, foreseen)
      await sync.holdOn()
    })
  }

  async #foresee(walk: Walk, customer: Customer) {
    const { connection, inside } = walk
    const { externalId = null, failure, isClosed } = await inside(() => CrmLink.of(connection, customer))
    if (isClosed) return { outcome: 'refuse' as const, detail: failure ?? APART }
    return foresee(walk, customer, {
      known: externalId,
      isTaken: (id) => inside(() => CrmLink.isTaken(connection, id, customer)),
    })
  }

  async #write(way: Walk, customer: Customer, eventId: string): Promise<Foreseen> {
    const pushed = await new CrmWriting(way, eventId, true).write(customer.id)
    // Somebody has changed them at this moment, and the worker of that change writes them.
    return pushed ? { outcome: pushed.outcome, detail: pushed.failure } : { outcome: 'update', detail: null }
  }
}

async function begin(id: string, step: number): Promise<Omit<Walk, 'inside'> | null> {
  const sync = await CrmSync.query().where('id', id).forUpdate().first()
  if (sync?.state !== 'running' || sync.step !== step) return null
  if (!(await sync.hold())) throw new CrmSyncHeldError()
  const connection = await CrmConnection.findOrFail(sync.crmConnectionId)
  const customers = await CrmSync.customers()
    .if(sync.afterId, (all) => all.where('customers.id', '>', sync.afterId!))
    .orderBy('customers.id')
    .limit(BATCH)
  return { sync, connection, customers, ...(await mappedWay(connection)) }
}

async function isStillRunning({ id, step }: CrmSync) {
  return (await CrmSync.findBy({ id, state: 'running', step })) !== null
}

async function goOn(sync: CrmSync, last: string | null | undefined, walked: number) {
  await sync.leave(last ?? null)
  if (walked < BATCH) await sync.end('done')
  else if (await isStillRunning(sync)) await sync.goOn()
}

// It waits for somebody who connects again, and then resumes it; whatever else is wrong is tried again by itself.
async function fail(
  { sync, connection }: Pick<Walk, 'sync' | 'connection'>,
  last: string | null | undefined,
  error: Error
) {
  await sync.leave(last ?? null)
  if (error instanceof CrmLinkHeldError) return
  await connection.noteFailure(error)
  if (error instanceof CrmNeedsReconnectError) await sync.pause()
}
