import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How a company words what is sent in its name: one row per version; what was sent points at its version. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'message_templates',
      `
      kind text not null,
      channel text not null check (channel in ('mail', 'inbox')),
      language text not null check (language ~ '^[a-z][a-z]$'),
      version integer not null,
      subject text not null,
      body text not null,
      state text not null check (state in ('draft', 'published', 'replaced')),
      author_name text,
      published_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, kind, channel, language, version),
      check ((published_at is null) = (state = 'draft'))
    `
    )
    for (const state of ['draft', 'published'])
      this.schema.raw(`create unique index message_templates_one_${state} on message_templates
        (tenant_id, kind, channel, language) where state = '${state}'`)
    this.schema.raw(`alter table deliveries add column template_id uuid,
      add foreign key (tenant_id, template_id) references message_templates (tenant_id, id)`)
  }
}
