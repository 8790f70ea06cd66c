import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What a company answers again and again, in the languages that its customers read. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'canned_replies',
      `
      title text not null,
      shortcut text collate "C" not null check (shortcut ~ '^[a-z0-9][a-z0-9_-]*$'),
      english text,
      spanish text,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, shortcut),
      check (english is not null or spanish is not null)
    `
    )
  }
}
