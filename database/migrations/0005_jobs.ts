import { schemaPlan } from '#app/platform/timers/boss'
import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Delays, schedules and the embedded queue: pg-boss in a schema of its own, outside the tenants' wall. */
export default class extends TenantSchema {
  async up() {
    const system = this.role('system')
    this.schema.raw(schemaPlan())
    this.schema.raw('revoke execute on all functions in schema pgboss from public')
    this.schema.raw(`grant usage on schema pgboss to ${system}`)
    this.schema.raw(`grant select, insert, update, delete on all tables in schema pgboss to ${system}`)
    this.schema.raw(`grant execute on all functions in schema pgboss to ${system}`)

    // As long as a company may be away; the failed wait for a person.
    this.schema.raw(
      `select pgboss.create_queue('timers.dead', '{"policy": "standard", "retentionSeconds": 315360000}')`
    )
    this.schema
      .raw(`select pgboss.create_queue('timers', '{"policy": "standard", "retentionSeconds": 315360000,
      "deleteAfterSeconds": 604800, "retryLimit": 10, "retryDelay": 5, "retryBackoff": true, "retryDelayMax": 3600,
      "heartbeatSeconds": 10, "notify": true, "deadLetter": "timers.dead"}')`)

    // All that the runtime role can do here: set a timer for the tenant of its own transaction.
    this.schema.raw(`
      create function schedule_timer(timer text, data jsonb, due timestamptz) returns void language sql security definer
      set search_path = pg_catalog, pg_temp as $$
        insert into pgboss.job (name, data, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit,
          retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
        select q.name, jsonb_build_object('timer', timer, 'data', data, 'tenantId', current_setting('app.tenant_id')::uuid),
          due, greatest(due, now()) + q.retention_seconds * interval '1 second', q.expire_seconds, q.deletion_seconds,
          q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
        from pgboss.queue q where q.name = 'timers'
      $$`)
    this.schema.raw('revoke all on function schedule_timer(text, jsonb, timestamptz) from public')
    this.schema.raw(
      `grant execute on function schedule_timer(text, jsonb, timestamptz) to ${this.role('app')}`
    )

    // Wakes the relays. An empty payload: PostgreSQL folds the many calls of one transaction into one.
    this.schema
      .raw(`create function call_relay() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
      as $$ begin perform pg_notify('outbox', ''); return null; end $$`)
    this.schema.raw(
      'create trigger call_relay after insert on outbox for each statement execute function call_relay()'
    )
  }
}
