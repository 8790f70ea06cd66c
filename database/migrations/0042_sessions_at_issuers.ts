import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    // Of sessions that a company's issuer began, so that it can end them.
    this.schema.raw('alter table sessions add column sso_account_id uuid, add column issuer_sid text')
    this.schema.raw('create index on sessions (sso_account_id) where sso_account_id is not null')
  }
}
