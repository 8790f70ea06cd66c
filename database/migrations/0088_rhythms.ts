import { TenantSchema } from '#app/platform/database/tenant_schema'

const FORWARD = [
  ['queued', 'sending'],
  ['queued', 'not_sent'],
  ['queued', 'gathered'],
  ['sending', 'queued'],
  ['sending', 'sent'],
  ['sending', 'failed'],
  ['sending', 'unknown'],
  ['sending', 'not_sent'],
  ['unknown', 'sent'],
]
const STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'not_sent', 'gathered']

/** When people may be disturbed and how often; what is held back until then, and what it is gathered in. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'notification_rhythms',
      `
      user_id uuid not null,
      time_zone text not null,
      week jsonb check (jsonb_typeof(week) = 'array' and jsonb_array_length(week) = 7),
      interval_minutes integer not null default 0 check (interval_minutes in (0, 15, 60, 240, 1440)),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, user_id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.tenantTable(
      'notification_paces',
      `
      user_id uuid not null,
      channel text not null,
      kind text,
      until timestamptz(3) not null,
      count integer not null default 0,
      unique nulls not distinct (tenant_id, user_id, channel, kind),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw(`alter table deliveries
      add column url text,
      add column held_for text check (held_for in ('quiet_hours', 'interval', 'flood')),
      add column held_until timestamptz(3),
      add column gathered_in uuid,
      add check ((held_for is null) = (held_until is null)),
      add check (gathered_in is null or state = 'gathered'),
      add foreign key (tenant_id, gathered_in) references deliveries (tenant_id, id),
      drop constraint deliveries_state_check,
      add check (state in (${STATES.map((state) => `'${state}'`).join(', ')}))`)
    this.schema.raw(`create index deliveries_held on deliveries (tenant_id, recipient_id, channel, held_until)
      where state = 'queued' and attempts = 0 and next_try_at = held_until`)
    this.schema.raw(
      `create index deliveries_gathered on deliveries (tenant_id, gathered_in) where gathered_in is not null`
    )
    this.#forwardOnly()
  }

  #forwardOnly() {
    const pairs = FORWARD.map(([from, to]) => `('${from}', '${to}')`).join(', ')
    this.schema.raw(`
      create or replace function delivery_goes_forward() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
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
  }
}
