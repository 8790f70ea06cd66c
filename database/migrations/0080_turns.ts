import { TenantSchema } from '#app/platform/database/tenant_schema'

const FORWARD = [
  ['queued', 'sending'],
  ['queued', 'not_sent'],
  ['sending', 'queued'],
  ['sending', 'sent'],
  ['sending', 'failed'],
  ['sending', 'unknown'],
  ['sending', 'not_sent'],
  ['unknown', 'sent'],
]

/** What is to be sent waits for its turn, at a provider that has a rate and may be out of order. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'turns',
      `
      seq bigint generated always as identity,
      provider text not null,
      priority smallint not null check (priority between 0 and 2),
      tenant_id uuid not null,
      sender text not null,
      subject_id uuid not null,
      asked_at timestamptz(3) not null default now(),
      primary key (sender, subject_id)
    `
    )
    this.schema.raw('create index turns_in_order on turns (provider, priority, tenant_id, seq)')
    this.schema
      .raw(`alter table turns set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
      autovacuum_vacuum_cost_delay = 0)`)
    this.#ask()
    this.systemTable(
      'providers',
      `
      name text primary key,
      allowance double precision not null default 1,
      refilled_at timestamptz not null default now(),
      served uuid[] not null default array_fill('00000000-0000-0000-0000-000000000000'::uuid, array[3]),
      failures integer not null default 0,
      openings integer not null default 0,
      opened_at timestamptz(3),
      retry_at timestamptz(3),
      is_probing boolean not null default false,
      error_code text,
      error text
    `
    )
    this.schema.raw(`alter table deliveries
      add column tries jsonb not null default '[]' check (jsonb_typeof(tries) = 'array'),
      add column resolution text check (resolution in ('arrived', 'sent_again')),
      add column resolved_at timestamptz(3),
      add column resolved_by text`)
    this.schema.raw(`create index deliveries_unresolved on deliveries (tenant_id, id desc)
      where state = 'unknown' and resolved_at is null`)
    this.#forwardOnly()
  }

  /** All that the runtime role can do here: ask for a turn for the company of its own transaction. */
  #ask() {
    const signature = 'ask_for_turn(text, smallint, text, uuid)'
    this.schema.raw(`
      create function ask_for_turn(provider text, priority smallint, sender text, subject uuid) returns void
      language sql security definer set search_path = public, pg_temp as $$
        insert into turns (provider, priority, tenant_id, sender, subject_id)
        values (provider, priority, current_setting('app.tenant_id')::uuid, sender, subject)
        on conflict do nothing
      $$`)
    this.schema.raw(`revoke all on function ${signature} from public`)
    this.schema.raw(`grant execute on function ${signature} to ${this.role('app')}`)
    this.schema.raw(`create function call_dispatchers() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$ begin perform pg_notify('turns', ''); return null; end $$`)
    this.schema.raw(`create trigger call_dispatchers after insert on turns for each statement
      execute function call_dispatchers()`)
  }

  #forwardOnly() {
    const pairs = FORWARD.map(([from, to]) => `('${from}', '${to}')`).join(', ')
    this.schema.raw(`
      create function delivery_goes_forward() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if new.state <> old.state and (old.state, new.state) not in (${pairs}) then
          raise exception 'A delivery cannot go from % to %', old.state, new.state
            using errcode = 'check_violation', constraint = 'deliveries_go_forward';
        elsif new.state = 'sending' and old.state <> 'sending' and new.attempts <= old.attempts then
          raise exception 'Sending a delivery is another attempt'
            using errcode = 'check_violation', constraint = 'deliveries_count_attempts';
        elsif jsonb_array_length(new.tries) < jsonb_array_length(old.tries) then
          raise exception 'What was tried stays on record'
            using errcode = 'check_violation', constraint = 'deliveries_keep_tries';
        end if;
        return new;
      end $$`)
    this.schema.raw(`create trigger delivery_goes_forward before update on deliveries for each row
      execute function delivery_goes_forward()`)
  }
}
