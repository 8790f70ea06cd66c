import { TenantSchema } from '#app/platform/database/tenant_schema'

const CURRENT_TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`

export default class extends TenantSchema {
  async up() {
    // Events that have left the outbox and have no place in the chain yet. Whoever takes them out of there, the trigger
    // sees it in the same transaction; the writers of events pay nothing.
    this.schema.raw(`create table unchained_events (
      seq bigint generated always as identity primary key,
      tenant_id uuid not null default ${CURRENT_TENANT},
      event_id uuid not null
    )`)
    this.wall('unchained_events', { grants: 'select' })
    this.schema.raw(`alter table unchained_events set (autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0)`)
    this.schema.raw(`
      create function queue_for_chain() returns trigger language plpgsql as $$
      begin
        insert into unchained_events (tenant_id, event_id)
        select gone.tenant_id, gone.event_id from gone join tenants on tenants.id = gone.tenant_id order by gone.seq;
        return null;
      end $$`)
    this.schema.raw(`create trigger outbox_leads_to_chain after delete on outbox
      referencing old table as gone for each statement execute function queue_for_chain()`)

    // `salt` and the event may be erased one day; `digest` and `link` stay, so that the chain still holds.
    this.schema.raw(`create table event_links (
      tenant_id uuid not null default ${CURRENT_TENANT},
      position bigint not null,
      event_id uuid not null,
      salt bytea,
      digest bytea not null,
      link bytea not null,
      chained_at timestamptz(3) not null default now(),
      primary key (tenant_id, position),
      unique (tenant_id, event_id)
    )`)
    this.wall('event_links', { grants: 'select' })

    // Every column of an event as one text that does not depend on the settings of a session.
    this.schema.raw(`
      create function event_words(event events) returns text language sql stable
      set search_path = pg_catalog, public, pg_temp as $$
        select jsonb_build_array(1, event.id, event.tenant_id, event.seq, event.name, event.version,
          (extract(epoch from event.occurred_at) * 1000)::bigint, event.actor_kind, event.actor_id, event.actor_name,
          event.subject_type, event.subject_id, event.data, event.changes, event.request_id, event.audited, event.ip,
          event.user_agent, event.impersonation_id)::text
      $$`)
  }
}
