import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What colleagues tell each other about a lead: apart from messages, so that nothing that reads those meets a note. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'notes',
      `
      lead_id uuid not null,
      user_id uuid not null,
      author_name text not null,
      body text not null,
      submission_key text collate "C",
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, lead_id, submission_key),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `,
      { grants: 'select, insert' }
    )
    this.schema.raw('create index on notes (tenant_id, lead_id, id)')
  }
}
