import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table social_accounts
      alter column email drop not null,
      add column name text not null default '',
      add column signed_in_at timestamptz(3)`)
  }
}
