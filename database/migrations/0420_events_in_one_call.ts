import { TenantSchema } from '#app/platform/database/tenant_schema'

/** All events of a unit in one call, whose plan a session makes once: to plan it costs as much as to do it. */
export default class extends TenantSchema {
  async up() {
    // The subject's counter serialises its writers, the outbox row makes the event leave. Each step reads the one before
    // it, so that the outbox numbers the events of a subject in the same order. Subjects are locked in one order, so that
    // units which share some of them wait for each other instead of blocking each other.
    this.schema.raw(`
      create function record_events(given_events json) returns void language plpgsql
      set search_path = public, pg_temp as $$
      begin
        with given as (
          select * from json_to_recordset(given_events) as one (position int, id uuid, name text, version int,
            occurred_at timestamptz, actor_kind text, actor_id uuid, actor_name text, subject_type text, subject_id uuid,
            data jsonb, changes jsonb, request_id text, audited boolean, ip text, user_agent text, impersonation_id uuid,
            trace_parent text)
        ), subject as (
          insert into event_subjects (subject_id, seq)
          select subject_id, count(*) from given group by subject_id order by subject_id
          on conflict (tenant_id, subject_id) do update set seq = event_subjects.seq + excluded.seq
          returning subject_id, seq
        ), event as (
          insert into events (id, seq, name, version, occurred_at, actor_kind, actor_id, actor_name,
            subject_type, subject_id, data, changes, request_id, audited, ip, user_agent, impersonation_id)
          select id, seq + 1 - row_number() over (partition by subject_id order by position desc), name, version,
            occurred_at, actor_kind, actor_id, actor_name, subject_type, subject_id, data, changes, request_id, audited, ip,
            user_agent, impersonation_id
          from given join subject using (subject_id)
          returning id
        )
        insert into outbox (event_id, trace_parent)
        select id, trace_parent from event join given using (id) order by position;
      end $$`)
    this.schema.raw('revoke all on function record_events(json) from public')
    this.schema.raw(`grant execute on function record_events(json) to ${this.role('app')}`)
  }
}
