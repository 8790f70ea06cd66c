import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Requests that become deals in the system outside: in which pipeline and stages, which deal is whose, which notes went along. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_connections
      add column deals_since timestamptz(3),
      add column deal_pipeline text collate "C",
      add column deal_notes_since timestamptz(3),
      add constraint deals_have_a_pipeline check ((deals_since is null) = (deal_pipeline is null)),
      add constraint notes_need_deals check (deal_notes_since is null or deals_since is not null)`)
    this.tenantTable(
      'crm_deal_stages',
      `
      crm_connection_id uuid not null,
      status text collate "C" not null,
      external_id text collate "C" not null,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, status),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, delete' }
    )
    this.tenantTable(
      'crm_deals',
      `
      crm_connection_id uuid not null,
      lead_id uuid not null,
      external_id text collate "C",
      pipeline text collate "C",
      stage text collate "C",
      owned_by uuid,
      as_of timestamptz(3),
      failure text,
      gone_at timestamptz(3),
      held_by uuid,
      held_until timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, lead_id),
      unique (tenant_id, crm_connection_id, external_id),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade,
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, owned_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_deals (tenant_id, lead_id)')
    this.schema.raw('create index on crm_deals (tenant_id, owned_by)')
    this.schema.raw(`create index crm_deals_failed on crm_deals (tenant_id, crm_connection_id, id desc)
      where failure is not null`)
    this.tenantTable(
      'crm_deal_notes',
      `
      crm_deal_id uuid not null,
      note_id uuid,
      created_at timestamptz(3) not null,
      unique nulls not distinct (tenant_id, crm_deal_id, note_id),
      foreign key (tenant_id, crm_deal_id) references crm_deals (tenant_id, id) on delete cascade,
      foreign key (tenant_id, note_id) references notes (tenant_id, id)
    `,
      { grants: 'select, insert, delete' }
    )
    this.schema.raw('create index on crm_deal_notes (tenant_id, note_id)')
  }
}
