import { TenantSchema } from '#app/platform/database/tenant_schema'

/** The language that a version is written in, its words in others, and the one a request was filled in. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table lead_flow_versions
      add column language text not null default 'en' check (language ~ '^[a-z][a-z]$'),
      add column translations jsonb not null default '{}'`)
    this.schema.raw(`alter table leads add column language text check (language ~ '^[a-z][a-z]$')`)
  }
}
