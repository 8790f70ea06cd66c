import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    // The name by which the company's directory knows a member; with SCIM it is compared without case.
    this.schema.raw(`alter table users add column directory_name text collate "C"
      check (directory_name = lower(directory_name))`)
    this.schema.raw('alter table users add column left_directory_at timestamptz(3)')
    this.schema.raw('create unique index on users (tenant_id, directory_name)')
  }
}
