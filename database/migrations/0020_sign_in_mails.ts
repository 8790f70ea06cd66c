import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What is written to a person rather than to a company's customer or member: links that let them in, and news of their login. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'identity_links',
      `
      id uuid primary key,
      identity_id uuid references identities (id) on delete cascade,
      kind text not null,
      secret_hash text collate "C" not null unique,
      subject_id uuid,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3),
      created_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on identity_links (identity_id, kind)')
    this.schema.raw('create index on identity_links (expires_at)')

    // The recipient is what somebody typed: whether a login belongs to it is found out by the sender.
    this.systemTable(
      'identity_mails',
      `
      id uuid primary key,
      kind text not null,
      recipient text collate "C" not null,
      data jsonb not null default '{}',
      state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'not_sent')),
      subject text,
      body_text text,
      attempts integer not null default 0,
      error_code text,
      error text,
      provider_id text,
      claimed_at timestamptz(3),
      next_try_at timestamptz(3),
      sent_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on identity_mails (state, id desc)')
    this.schema.raw('create index on identity_mails (created_at)')

    this.schema.raw(`
      create function schedule_installation_timer(timer text, data jsonb, due timestamptz) returns void language sql
      set search_path = pg_catalog, pg_temp as $$
        insert into pgboss.job (name, data, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit,
          retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
        select q.name, jsonb_build_object('timer', timer, 'data', data), due,
          greatest(due, now()) + q.retention_seconds * interval '1 second', q.expire_seconds, q.deletion_seconds,
          q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
        from pgboss.queue q where q.name = 'timers'
      $$`)
    this.schema.raw(
      'revoke all on function schedule_installation_timer(text, jsonb, timestamptz) from public'
    )
    this.schema.raw(
      `grant execute on function schedule_installation_timer(text, jsonb, timestamptz) to ${this.role('system')}`
    )
  }
}
