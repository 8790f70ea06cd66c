import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { originKept } from '#app/platform/origin'
import { Current, type ActorKind } from '#app/platform/current'

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
}

type EventOptions = {
  version?: number
  /** Shown in the company's audit log, and kept with the address and device it came from. */
  audited?: boolean
}

export type EventDefinition<Data = unknown> = {
  name: string
  version: number
  audited: boolean
  record(subject: { id: string }, data: Data): Promise<string>
  is(event: RecordedEvent): event is RecordedEvent<Data>
}

/** `lead.created` is about a lead: the part before the dot names the subject's type. */
export function defineEvent<Data extends object = Record<string, never>>(
  name: string,
  { version = 1, audited = false }: EventOptions = {}
): EventDefinition<Data> {
  const [subjectType] = name.split('.')
  return {
    name,
    version,
    audited,
    is: (event): event is RecordedEvent<Data> => event.name === name,
    async record(subject, data) {
      const id = newId()
      const { actor, requestId, impersonationId = null } = Current.scope
      const isAudited = audited || impersonationId !== null
      await db.rawQuery(RECORD, {
        subjectId: subject.id,
        id,
        name,
        version,
        occurredAt: DateTime.utc().toISO(),
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name ?? null,
        subjectType,
        data: JSON.stringify(data),
        requestId: requestId ?? null,
        isAudited,
        ...originKept(isAudited),
        impersonationId,
      })
      return id
    },
  }
}

// One statement: the subject's counter serialises its writers, the outbox row makes the event leave. Each step reads
// the one before it, so that the outbox numbers the events of a subject in the same order.
const RECORD = `
  with subject as (
    insert into event_subjects (subject_id, seq) values (:subjectId, 1)
    on conflict (tenant_id, subject_id) do update set seq = event_subjects.seq + 1
    returning seq
  ), event as (
    insert into events (id, seq, name, version, occurred_at, actor_kind, actor_id, actor_name,
      subject_type, subject_id, data, request_id, audited, ip, user_agent, impersonation_id)
    select :id, seq, :name, :version, :occurredAt, :actorKind, :actorId, :actorName,
      :subjectType, :subjectId, :data, :requestId, :isAudited, :ip, :userAgent, :impersonationId from subject
    returning id
  )
  insert into outbox (event_id) select id from event`
