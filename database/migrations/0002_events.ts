import { TenantSchema } from '#app/platform/database/tenant_schema'

const CURRENT_TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`

export default class extends TenantSchema {
  async up() {
    // Partitioned by id: a UUIDv7 begins with its time, so a range of ids is a month and the key stays (tenant_id, id).
    this.schema.raw(`create table events (
      id uuid not null,
      tenant_id uuid not null default ${CURRENT_TENANT},
      seq bigint not null,
      name text collate "C" not null,
      version smallint not null,
      occurred_at timestamptz(3) not null,
      actor_kind text not null check (actor_kind in ('user', 'customer', 'super_user', 'api', 'rule', 'import', 'system')),
      actor_id uuid,
      actor_name text,
      subject_type text collate "C" not null,
      subject_id uuid not null,
      data jsonb not null default '{}',
      request_id text,
      primary key (tenant_id, id)
    ) partition by range (id)`)
    this.wall('events', { grants: 'select, insert' })
    this.schema.raw('create index on events (tenant_id, subject_id, id desc)')
    this.schema.raw('create index on events (tenant_id, name, id desc)')
    // Partitions live apart, so that public holds only what the product names. Nobody is granted a right on them.
    this.schema.raw('create schema partitions')
    this.schema.raw('create table partitions.events_default partition of events default')
    this.schema.raw(`
      create function ensure_event_partition(month date) returns void language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      declare
        part text := 'events_' || to_char(month, 'YYYYMM');
        low text := lpad(to_hex((extract(epoch from date_trunc('month', month) at time zone 'UTC') * 1000)::bigint), 12, '0');
        high text := lpad(to_hex((extract(epoch from (date_trunc('month', month) + interval '1 month') at time zone 'UTC') * 1000)::bigint), 12, '0');
      begin
        if to_regclass('partitions.' || part) is null then
          execute format('create table partitions.%I partition of public.events for values from (%L) to (%L)', part,
            (low || '00000000000000000000')::uuid, (high || '00000000000000000000')::uuid);
        end if;
      end $$`)
    this.schema.raw('revoke all on function ensure_event_partition(date) from public')
    this.schema.raw(`grant execute on function ensure_event_partition(date) to ${this.role('system')}`)
    this.schema
      .raw(`select ensure_event_partition((date_trunc('month', now()) + make_interval(months => n))::date)
      from generate_series(-4, 3) as n`)

    // The order of events of one subject: writers of a subject queue on its row.
    this.schema.raw(`create table event_subjects (
      tenant_id uuid not null default ${CURRENT_TENANT},
      subject_id uuid not null,
      seq bigint not null,
      primary key (tenant_id, subject_id)
    )`)
    this.wall('event_subjects', { grants: 'select, insert, update' })

    this.schema.raw(`create table outbox (
      seq bigint generated always as identity primary key,
      tenant_id uuid not null default ${CURRENT_TENANT},
      event_id uuid not null,
      created_at timestamptz(3) not null default now()
    )`)
    this.wall('outbox', { grants: 'insert' })
    this.schema
      .raw(`alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
      autovacuum_vacuum_cost_delay = 0)`)

    this.schema.raw(`create table consumed_events (
      tenant_id uuid not null default ${CURRENT_TENANT},
      consumer text collate "C" not null,
      event_id uuid not null,
      consumed_at timestamptz(3) not null default now(),
      primary key (tenant_id, consumer, event_id)
    )`)
    this.wall('consumed_events', { grants: 'select, insert' })
  }
}
