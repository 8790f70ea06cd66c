import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Who is in the system outside already when all customers are written there together: marks, kept until that is over. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table crm_syncs add column list_cursor text, add column listed_at timestamptz(3)')
    this.tenantTable(
      'crm_sync_marks',
      `
      crm_sync_id uuid not null,
      mark text collate "C" not null,
      unique (tenant_id, crm_sync_id, mark),
      foreign key (tenant_id, crm_sync_id) references crm_syncs (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, delete' }
    )
  }
}
