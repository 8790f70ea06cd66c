import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A record outside that was begun, and one that ended there: somebody chooses whether there is to be another. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_links
      add column key uuid,
      add column tried_at timestamptz(3),
      add column gone_at timestamptz(3),
      add column apart_at timestamptz(3),
      add constraint gone_or_apart check (gone_at is null or apart_at is null)`)
    this.schema.raw(`create index crm_links_ended on crm_links (tenant_id, crm_connection_id, id desc)
      where gone_at is not null or apart_at is not null`)
  }
}
