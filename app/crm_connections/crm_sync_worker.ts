import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import { isFirm, withFirm } from '#app/crm_connections/crm_firm'
import CrmLink from '#app/crm_connections/crm_link'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import { APART, foresee, type Foreseen } from '#app/crm_connections/crm_push'
import Tenant from '#app/tenancy/tenant'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import { CrmBatch, takesBatches } from '#app/crm_connections/crm_batch'
import { CrmSyncList } from '#app/crm_connections/crm_sync_list'
import { CrmSyncPeople } from '#app/crm_connections/crm_sync_people'
import { CrmWriting, type Inside } from '#app/crm_connections/crm_writing'
import CrmSync from '#app/crm_connections/crm_sync'
import { CrmSyncContinued, CrmSyncStarted } from '#app/crm_connections/crm_sync_events'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import { CrmLinkHeldError, CrmSyncHeldError } from '#app/crm_connections/errors'
import VendorConnection from '#app/vendor_connections/vendor_connection'

type Walk = MappedWay & {
  sync: CrmSync
  connection: CrmConnection
  customers: Customer[]
  /** How many of them this step takes at the most; fewer are the last ones. */
  most: number
  /** How many are written together. */
  batch: number
  /** Who is there already has to be read first. */
  isListing: boolean
  /** Our own are through, and those who are only there are read. */
  isAtPeople: boolean
  inside: Inside
}

/** So many at a time, then others of the queue have their turn; more of them where many go together. */
const STEP = 25
const BATCHES = 20
const HANDS = 3

/**
 * Walks through all customers of a company, in the order of their ids, then through those who are only there; after a
 * death it walks on where it was.
 */
export default class CrmSyncWorker extends Worker {
  static queue = 'crm'
  static companiesWith = 'crm_connections'
  static unit = 'manual' as const
  static subscribes = [CrmSyncStarted, CrmSyncContinued, TenantReactivated]

  async handle(event: RecordedEvent) {
    const { tenantId, subject } = event
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    if (TenantReactivated.is(event)) return inside(goOnWithAll)
    const step = CrmSyncContinued.is(event) ? event.data.step : 0
    const walk = await inside(() => begin(subject.id, step))
    if (!walk) return
    let last = walk.sync.afterId
    try {
      if (walk.isListing) await new CrmSyncList({ ...walk, inside }).read()
      if (walk.isAtPeople) return await this.#meetPeople({ ...walk, inside })
      const done = await this.#settleTogether({ ...walk, inside }, event.id)
      for (const customer of walk.customers) {
        const isDone = done.has(customer.id)
        if (!isDone && !(await inside(() => isStillRunning(walk.sync))))
          return await inside(() => walk.sync.leave(last))
        if (!isDone) await this.#settle({ ...walk, inside }, customer, event.id)
        last = customer.id
      }
      await inside(() => goOn(walk, last))
    } catch (error) {
      await inside(() => fail(walk, last, error as Error))
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }

  async #meetPeople(walk: Walk) {
    const { sync, inside } = walk
    const isWhole = await new CrmSyncPeople(walk).read(() => inside(() => isStillRunning(sync)))
    await inside(async () => {
      await sync.leave(sync.afterId)
      if (isWhole) await sync.end('done')
      else if (await isStillRunning(sync)) await sync.goOn()
    })
  }

  /** Several batches are under way at once; each is kept by itself, whatever becomes of the others. */
  async #settleTogether(walk: Walk, eventId: string) {
    const all = new Set<string>()
    const groups = walk.batch > 1 ? groupsOf(walk.customers, walk.batch) : []
    const work = async () => {
      for (let some = groups.shift(); some; some = groups.shift()) {
        if (!(await walk.inside(() => isStillRunning(walk.sync)))) return
        const { done, behind } = await new CrmBatch(walk, eventId).write(some.map(({ id }) => id))
        for (const id of done) all.add(id)
        for (const id of behind) await new CrmWriting(walk, eventId, true).write(id)
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: HANDS }, work))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
    return all
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
    const link = await inside(() => CrmLink.of(connection, customer))
    const { externalId = null, failure, isClosed } = link
    if (isClosed) return { outcome: 'refuse' as const, detail: failure ?? APART }
    const foreseen = await foresee(walk, customer, {
      known: externalId,
      isTaken: (id) => inside(() => CrmLink.isTaken(connection, id, customer)),
    })
    const isNewFirm = !link.companyId && walk.adapter.companies !== undefined
    return isNewFirm && (await inside(() => isFirm(connection, customer))) ? withFirm(foreseen) : foreseen
  }

  async #write(way: Walk, customer: Customer, eventId: string): Promise<Foreseen> {
    const pushed = await new CrmWriting(way, eventId, true).write(customer.id)
    // Somebody has changed them at this moment, and the worker of that change writes them.
    return pushed ? { outcome: pushed.outcome, detail: pushed.failure } : { outcome: 'update', detail: null }
  }
}

async function begin(id: string, step: number): Promise<Omit<Walk, 'inside'> | null> {
  const sync = await CrmSync.query().where('id', id).forUpdate().first()
  if (sync?.state !== 'running' || sync.step !== step || !(await Tenant.current()).isActive) return null
  const { restsUntil } = await VendorConnection.findOrFail(sync.crmConnectionId)
  if (restsUntil) {
    await sync.rest(restsUntil)
    return null
  }
  if (!(await sync.hold())) throw new CrmSyncHeldError()
  const connection = await CrmConnection.findOrFail(sync.crmConnectionId)
  const way = await mappedWay(connection)
  const isTogether = sync.purpose === 'write' && connection.firms === 'none' && takesBatches(way)
  const batch = isTogether ? way.adapter.capabilities.batch! : 1
  const isAtPeople = sync.walkedAt !== null
  const isListing = isTogether && !sync.listedAt && !isAtPeople
  const most = isTogether ? BATCHES * batch : STEP
  const customers = isListing || isAtPeople ? [] : await nextOf(sync, most)
  return { sync, connection, customers, most, batch, isListing, isAtPeople, ...way }
}

function nextOf({ afterId }: CrmSync, limit: number) {
  return CrmSync.customers()
    .if(afterId, (all) => all.where('customers.id', '>', afterId!))
    .orderBy('customers.id')
    .limit(limit)
}

const groupsOf = (customers: Customer[], size: number) =>
  Array.from({ length: Math.ceil(customers.length / size) }, (_, at) =>
    customers.slice(at * size, (at + 1) * size)
  )

async function isStillRunning({ id, step }: CrmSync) {
  const { isActive } = await Tenant.current()
  return isActive && (await CrmSync.findBy({ id, state: 'running', step })) !== null
}

// What stopped with its company goes on where it was.
async function goOnWithAll() {
  await (await CrmSync.query().where('state', 'running').first())?.goOn()
}

async function goOn(walk: Omit<Walk, 'inside'>, last: string | null | undefined) {
  const { sync, customers, most, isListing } = walk
  await sync.leave(last ?? null)
  const isThrough = !isListing && customers.length < most
  if (isThrough && !CrmSyncPeople.areDue(walk)) await sync.end('done')
  else {
    if (isThrough) await sync.turnToPeople()
    if (await isStillRunning(sync)) await sync.goOn()
  }
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
