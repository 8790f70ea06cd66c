import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table sso_connections add column default_role_id uuid,
      add constraint sso_connections_default_role_fits
        foreign key (tenant_id, default_role_id, default_role) references roles (tenant_id, id, based_on)`)
    this.schema.raw('alter table sso_accounts add column last_claims jsonb')
  }
}
