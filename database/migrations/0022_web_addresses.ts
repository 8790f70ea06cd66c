import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    // It becomes the target of links on screens and in mails.
    this.schema.raw(
      `alter table tenants add constraint tenants_website_web check (website ~* '^https{0,1}://[^[:cntrl:][:space:]]+$')`
    )
  }
}
