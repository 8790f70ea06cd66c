import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Queue } from '#app/platform/bus/queues'
import type { RecordedEvent } from '#app/platform/events/events'

/** The names of the narrow queues that concern a company, by its id. */
export type Concerned = Map<string, string[]>

const isNarrow = (queue: Queue) => queue.companiesWith !== null

/** Who hears the events of a batch: every queue that subscribes to them, a narrow one only for the companies it concerns. */
export class Audience {
  private constructor(
    private queues: Queue[],
    readonly concerned: Concerned
  ) {}

  /** Asked after the events were committed: whoever was there before them is among those found. */
  static async of(queues: Queue[], tenantIds: string[], db: QueryClientContract) {
    const concerned: Concerned = new Map()
    const narrow = queues.filter(isNarrow)
    if (narrow.length > 0) {
      const sql = narrow.map(
        ({ name, companiesWith }) =>
          `select '${name}' as queue, tenant_id from ${companiesWith} where tenant_id = any(:ids::uuid[]) group by tenant_id`
      )
      const { rows } = await db.rawQuery<{ rows: { queue: string; tenant_id: string }[] }>(
        sql.join(' union all '),
        { ids: [...new Set(tenantIds)] } as never
      )
      for (const { queue, tenant_id: id } of rows) concerned.set(id, [...(concerned.get(id) ?? []), queue])
    }
    return new Audience(queues, concerned)
  }

  isThereFor(event: RecordedEvent) {
    return this.queuesOf(event).length > 0
  }

  queuesOf({ name, tenantId }: RecordedEvent) {
    const concerning = this.concerned.get(tenantId) ?? []
    return this.queues.filter(
      (queue) => queue.listensTo(name) && (!isNarrow(queue) || concerning.includes(queue.name))
    )
  }
}
