import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Queue } from '#app/platform/bus/queues'
import type { RecordedEvent } from '#app/platform/events/events'

/** The names of the narrow queues that concern a company, by its id. */
export type Concerned = Map<string, string[]>

type ConcernedRow = { queue: string; tenant_id: string }

const concernedBy = ({ name, companiesWith }: Queue) =>
  `select '${name}' as queue, tenant_id from ${companiesWith} where tenant_id = any(:tenantIds::uuid[]) group by tenant_id`

const isNarrow = (queue: Queue) => queue.companiesWith !== null

/** Who hears the events of a batch: every queue that subscribes to them, a narrow one only for the companies it concerns. */
export class Audience {
  #queuesOf = new Map<string, Queue[]>()

  private constructor(
    private queues: Queue[],
    readonly concerned: Concerned
  ) {}

  /** Asked after the events were committed: whoever was there before them is among those found. */
  static async of(queues: Queue[], events: RecordedEvent[], db: QueryClientContract) {
    const names = new Set(events.map(({ name }) => name))
    const narrow = queues.filter(
      (queue) => isNarrow(queue) && names.values().some((name) => queue.listensTo(name))
    )
    const concerned: Concerned = new Map()
    if (narrow.length > 0) {
      const tenantIds = [...new Set(events.map(({ tenantId }) => tenantId))]
      const sql = narrow.map(concernedBy).join(' union all ')
      const { rows } = await db.rawQuery<{ rows: ConcernedRow[] }>(sql, { tenantIds } as never)
      for (const { queue, tenant_id: id } of rows) concerned.set(id, [...(concerned.get(id) ?? []), queue])
    }
    return new Audience(queues, concerned)
  }

  isThereFor(event: RecordedEvent) {
    return this.queuesOf(event).length > 0
  }

  queuesOf(event: RecordedEvent) {
    const key = `${event.name} ${event.tenantId}`
    const queues = this.#queuesOf.get(key) ?? this.#findQueuesOf(event)
    this.#queuesOf.set(key, queues)
    return queues
  }

  #findQueuesOf({ name, tenantId }: RecordedEvent) {
    const concerning = this.concerned.get(tenantId) ?? []
    return this.queues.filter(
      (queue) => queue.listensTo(name) && (!isNarrow(queue) || concerning.includes(queue.name))
    )
  }
}
