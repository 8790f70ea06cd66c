import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Who is in the system outside and unknown here, told once our own customers are through; and whom a preview would link. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_syncs
      add column listed integer not null default 0,
      add column walked_at timestamptz(3),
      add column people_cursor text,
      add column people_read integer not null default 0,
      add column people_unknown integer not null default 0,
      add column people_alike integer not null default 0`)
    this.schema.raw('alter table crm_sync_rows add column external_id text collate "C"')
    this.schema.raw(`create index crm_sync_rows_linked on crm_sync_rows (tenant_id, crm_sync_id, external_id)
      where external_id is not null`)
  }
}
