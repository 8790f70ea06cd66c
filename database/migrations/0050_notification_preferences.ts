import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What people want to hear of and how; without a person it is what the company wants for everybody who has not said. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'notification_preferences',
      `
      user_id uuid,
      kind text not null,
      channel text not null check (channel in ('inbox', 'mail')),
      is_wanted boolean not null,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique nulls not distinct (tenant_id, user_id, kind, channel),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
  }
}
