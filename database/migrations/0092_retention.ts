import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.#months()
    this.tenantTable(
      'retention_rules',
      `
      kind text not null check (kind in ('work', 'access', 'mails')),
      months integer check (months between 1 and 240),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, kind)
    `
    )
    // What has left the tables for a file: written, then verified by reading it back, and only then removed.
    this.tenantTable(
      'archives',
      `
      source text not null check (source in ('events', 'deliveries')),
      kind text not null check (kind in ('work', 'access', 'mails')),
      month date not null,
      part integer not null,
      path text not null,
      state text not null default 'writing' check (state in ('writing', 'verified', 'kept')),
      entries integer,
      bytes bigint,
      sha256 text,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      unique (tenant_id, source, kind, month, part)
    `,
      { grants: 'select' }
    )
  }

  #months() {
    // A month may begin late: what has gathered outside of it moves in.
    this.schema.raw(`
      create or replace function ensure_event_partition(month date) returns void language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      declare
        part text := 'events_' || to_char(month, 'YYYYMM');
        low uuid := first_id_of(date_trunc('month', month::timestamp));
        high uuid := first_id_of(date_trunc('month', month::timestamp) + interval '1 month');
      begin
        if to_regclass('partitions.' || part) is null then
          execute format('create table partitions.%I (like public.events including defaults including constraints)', part);
          execute format('with gone as (delete from partitions.events_default where id >= %L and id < %L returning *)
            insert into partitions.%I select * from gone', low, high, part);
          execute format('alter table public.events attach partition partitions.%I for values from (%L) to (%L)', part,
            low, high);
        end if;
      end $$`)
    this.schema.raw(`
      create function first_id_of(moment timestamp) returns uuid language sql immutable
      set search_path = pg_catalog, pg_temp as $$
        select (lpad(to_hex((extract(epoch from moment at time zone 'UTC') * 1000)::bigint), 12, '0') ||
          '00000000000000000000')::uuid
      $$`)
    this.schema.raw(`
      create function months_without_partition() returns setof date language sql security definer
      set search_path = pg_catalog, public, pg_temp as $$
        select distinct date_trunc('month', to_timestamp(
          ('x' || lpad(replace(left(id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint / 1000.0) at time zone 'UTC')::date
        from partitions.events_default
      $$`)
    this.schema.raw(`
      create function event_months() returns setof date language sql stable security definer
      set search_path = pg_catalog, public, pg_temp as $$
        select to_date(right(relname, 6), 'YYYYMM') from pg_class
        where relnamespace = 'partitions'::regnamespace and relname ~ '^events_[0-9]{6}$' order by 1
      $$`)
    // Never one that still holds something, nor one that is in use.
    this.schema.raw(`
      create function drop_event_partition(month date) returns boolean language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      declare
        part text := 'events_' || to_char(month, 'YYYYMM');
        is_empty boolean;
      begin
        if month >= date_trunc('month', now() - interval '1 month') or to_regclass('partitions.' || part) is null then
          return false;
        end if;
        execute format('lock table partitions.%I in access exclusive mode', part);
        execute format('select not exists (select from partitions.%I)', part) into is_empty;
        if is_empty then
          execute format('drop table partitions.%I', part);
        end if;
        return is_empty;
      end $$`)
    for (const name of [
      'months_without_partition()',
      'event_months()',
      'drop_event_partition(date)',
      'ensure_event_partition(date)',
    ]) {
      this.schema.raw(`revoke all on function ${name} from public`)
      this.schema.raw(`grant execute on function ${name} to ${this.role('system')}`)
    }
  }
}
