import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Companies that somebody wants to open, until the mailed link proves the address; ids are chosen beforehand. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'registrations',
      `
      id uuid primary key,
      company_id uuid not null unique,
      company_name text not null,
      slug text collate "C" not null,
      time_zone text not null,
      country text not null,
      currency text not null,
      name text not null,
      email text collate "C" not null,
      password_hash text not null,
      created_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on registrations (created_at)')
  }
}
