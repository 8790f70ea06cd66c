import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Label sheets of a company's own. A batch keeps the sheet as it was: labels that are printed stay where they are. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'label_sheets',
      `
      name text not null,
      spec jsonb not null,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    `
    )
    this.schema.raw('create unique index label_sheets_name on label_sheets (tenant_id, lower(name))')
    this.schema.raw('alter table qr_batches add column label_spec jsonb')
    this.schema.raw('alter table qr_printings add column label_spec jsonb')
  }
}
