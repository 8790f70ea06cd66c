import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Customers who are firms have a company beside their record in the system outside, where a company of ours wants that. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_connections add column firms text not null default 'none'
      check (firms in ('none', 'named', 'all'))`)
    this.schema.raw(`alter table crm_links
      add column company_id text collate "C",
      add column company_name text`)
  }
}
