import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Who is new in the system outside, until somebody says what becomes of them; and what becomes of such people by itself. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_connections add column newcomers text not null default 'ask'
      check (newcomers in ('ask', 'take_in', 'ignore'))`)
    this.tenantTable(
      'crm_newcomers',
      `
      crm_connection_id uuid not null,
      external_id text collate "C" not null,
      facts jsonb not null,
      likely uuid[] not null default '{}',
      wanted_at timestamptz(3),
      left_out_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, external_id),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_newcomers (tenant_id, crm_connection_id, id desc)')
  }
}
