import { AsyncLocalStorage } from 'node:async_hooks'
import { DateTime } from 'luxon'
import { newId } from '#app/platform/ids'
import { originKept } from '#app/platform/http/origin'
import { Current, type ActorKind } from '#app/platform/database/current'
import { tracing, type TraceParent } from '#app/platform/telemetry/tracing'
import { EVENT_WRITES } from '#app/platform/events/event_writes'
import { knowEvent, type Upcasters } from '#app/platform/events/event_versions'

/** A past fact, as workers receive it and timelines show it. */
export type RecordedEvent<Data = unknown> = {
  id: string
  tenantId: string
  /** Position among the events of its subject, from 1. */
  seq: number
  name: string
  version: number
  occurredAt: DateTime
  actor: { kind: ActorKind; id: string | null; name: string | null }
  subject: { type: string; id: string }
  data: Data
  requestId: string | null
  /** The span it belongs to, while it travels. */
  trace?: TraceParent
}

type EventOptions = {
  version?: number
  /** Shown in the company's audit log, and kept with the address and device it came from. */
  audited?: boolean
  /** What becomes of payloads of earlier versions, one step each. */
  upcasters?: Upcasters
}

export type EventDefinition<Data = unknown> = {
  name: string
  version: number
  audited: boolean
  record(subject: { id: string }, data: Data): Promise<string>
  is(event: RecordedEvent): event is RecordedEvent<Data>
}

type UnnumberedEvent = Omit<RecordedEvent, 'seq'>

const listeners = new AsyncLocalStorage<UnnumberedEvent[]>()

/** What `work` records, in its order, as it will be read. Its places in the history of its subjects are not given yet. */
export async function recordedBy(work: () => Promise<unknown>): Promise<UnnumberedEvent[]> {
  const events: UnnumberedEvent[] = []
  await listeners.run(events, work)
  return events.map((event) => ({ ...event, data: JSON.parse(JSON.stringify(event.data)) }))
}

/** `lead.created` is about a lead: the part before the dot names the subject's type. */
export function defineEvent<Data extends object = Record<string, never>>(
  name: string,
  { version = 1, audited = false, upcasters = {} }: EventOptions = {}
): EventDefinition<Data> {
  knowEvent(name, version, upcasters)
  const [subjectType] = name.split('.')
  return {
    name,
    version,
    audited,
    is: (event): event is RecordedEvent<Data> => event.name === name,
    async record(subject, data) {
      const [id, occurredAt] = [newId(), DateTime.utc()]
      const { actor, requestId = null, tenantId, impersonationId = null, changed } = Current.scope
      const isAudited = audited || impersonationId !== null
      const { ip, userAgent } = originKept(isAudited)
      Current.postpone(EVENT_WRITES, {
        id,
        name,
        version,
        occurred_at: occurredAt.toISO(),
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name ?? null,
        subject_type: subjectType,
        subject_id: subject.id,
        data,
        changes: changed.take(subject.id),
        request_id: requestId,
        audited: isAudited,
        ip,
        user_agent: userAgent,
        impersonation_id: impersonationId,
        trace_parent: tracing.eventRecorded(name, id),
      })
      listeners.getStore()?.push({
        ...{ id, tenantId, name, version, occurredAt, data, requestId },
        actor: { name: null, ...actor },
        subject: { type: subjectType, id: subject.id },
      })
      return id
    },
  }
}
