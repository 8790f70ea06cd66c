import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Where a company's own programs hear what happens, and every message to them with what became of it. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'webhook_endpoints',
      `
      url text collate "C" not null,
      description text not null default '',
      events text[],
      secret text not null,
      former_secret text,
      former_until timestamptz(3),
      state text collate "C" not null default 'working' check (state in ('working', 'paused')),
      paused_for text collate "C" check (paused_for in ('by_hand', 'failing', 'gone')),
      paused_at timestamptz(3),
      failures integer not null default 0,
      failing_since timestamptz(3),
      broken_until timestamptz(3),
      last_success_at timestamptz(3),
      last_failure text,
      last_failure_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      check ((former_secret is null) = (former_until is null)),
      check ((state = 'paused') = (paused_at is not null) and (paused_at is null) = (paused_for is null))
    `
    )
    this.tenantTable(
      'webhook_deliveries',
      `
      webhook_endpoint_id uuid not null,
      event_id uuid not null,
      event text collate "C" not null,
      payload text not null,
      state text collate "C" not null default 'queued'
        check (state in ('queued', 'held', 'sending', 'delivered', 'failed')),
      attempts integer not null default 0,
      tries jsonb not null default '[]' check (jsonb_typeof(tries) = 'array'),
      status integer,
      claimed_at timestamptz(3),
      next_try_at timestamptz(3),
      delivered_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, webhook_endpoint_id, event_id),
      foreign key (tenant_id, webhook_endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade
    `
    )
    const log = 'webhook_deliveries (tenant_id, webhook_endpoint_id'
    this.schema.raw(`create index on ${log}, id desc)`)
    this.schema.raw(`create index on ${log}, state, id desc)`)
    this.schema.raw(`create index on ${log}, event, id desc)`)
    this.schema.raw(`create index on webhook_deliveries (claimed_at) where state = 'sending'`)
    this.schema.raw('create index on webhook_deliveries (created_at)')
  }
}
