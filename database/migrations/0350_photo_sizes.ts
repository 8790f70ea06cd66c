import { TenantSchema } from '#app/platform/database/tenant_schema'

/** In which sizes a photo lies on the disk beside the full one. What an earlier release takes in has the small one at once. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table attachments add column sizes text[] not null default '{small}'`)
  }
}
