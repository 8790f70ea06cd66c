import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Queue } from '#app/platform/bus/queues'
import type { RecordedEvent } from '#app/platform/events/events'

/** What a company asks for of a narrow queue. */
type Asked = { queue: string; tenant_id: string; names: string[] | null }

const askedOf = ({ name, companiesWith, askedIn }: Queue) =>
  `select distinct '${name}' as queue, tenant_id, ${askedIn?.names ?? 'null::text[]'} as names from ${companiesWith}
   where tenant_id = any(:tenantIds::uuid[])`

const isNarrow = (queue: Queue) => queue.companiesWith !== null

/** Who hears the events of a batch: every queue that subscribes to them, a narrow one only for the companies it concerns. */
export class Audience {
  /** By name of event, then by company. */
  #queuesOf = new Map<string, Map<string, Queue[]>>()

  private constructor(
    private queues: Queue[],
    private asked: Map<string, Asked[]>
  ) {}

  /** Asked after the events were committed: whoever was there before them is among those found. */
  static async of(queues: Queue[], events: RecordedEvent[], db: QueryClientContract) {
    const names = new Set(events.map(({ name }) => name))
    const narrow = queues.filter(
      (queue) => isNarrow(queue) && names.values().some((name) => queue.listensTo(name))
    )
    if (narrow.length === 0) return new Audience(queues, new Map())
    const tenantIds = [...new Set(events.map(({ tenantId }) => tenantId))]
    const sql = narrow.map(askedOf).join(' union all ')
    const { rows } = await db.rawQuery<{ rows: Asked[] }>(sql, { tenantIds } as never)
    return new Audience(
      queues,
      Map.groupBy(rows, (row) => row.tenant_id)
    )
  }

  isThereFor(event: RecordedEvent) {
    return this.queuesOf(event).length > 0
  }

  queuesOf(event: RecordedEvent) {
    const { name, tenantId } = event
    const known = this.#queuesOf.get(name)?.get(tenantId)
    if (known) return known
    const queues = this.#findQueuesOf(event)
    const byTenant = this.#queuesOf.get(name) ?? new Map<string, Queue[]>()
    this.#queuesOf.set(name, byTenant.set(tenantId, queues))
    return queues
  }

  /** The names of the narrow queues among them. */
  concerned = (event: RecordedEvent) =>
    this.queuesOf(event)
      .filter(isNarrow)
      .map(({ name }) => name)

  #findQueuesOf({ name, tenantId }: RecordedEvent) {
    const asked = this.asked.get(tenantId) ?? []
    const isAskedFor = (queue: Queue) =>
      asked.some((one) => one.queue === queue.name && queue.isAskedFor(name, one.names))
    return this.queues.filter((queue) => (isNarrow(queue) ? isAskedFor(queue) : queue.listensTo(name)))
  }
}
