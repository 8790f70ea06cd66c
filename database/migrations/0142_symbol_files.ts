import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Symbols with the company's logo, and prints that are files for a print shop. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table qr_batches add column logo_key text')
    this.schema.raw(`alter table qr_printings
      add column format text not null default 'pdf' check (format in ('pdf', 'svg', 'png'))`)
  }
}
