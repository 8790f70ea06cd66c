import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What people say who think that a sticker has been tampered with: open until somebody of the company has looked. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'sticker_reports',
      `
      qr_code_id uuid not null,
      comment text,
      submission_key text collate "C" not null,
      cleared_by uuid,
      cleared_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, submission_key),
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id),
      foreign key (tenant_id, cleared_by) references users (tenant_id, id),
      check ((cleared_by is null) = (cleared_at is null))
    `,
      { grants: 'select, insert, update' }
    )
    this.schema.raw(
      'create index sticker_reports_open on sticker_reports (tenant_id, qr_code_id, id) where cleared_at is null'
    )
  }
}
