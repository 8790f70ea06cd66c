import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Flows that are open without a code, stand on the company's own sites, and say what becomes of a request. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table lead_flows
      add column path text collate "C",
      add column sites jsonb not null default '[]',
      add column redirect_url text,
      add column lead_status text not null default 'new' check (lead_status in ('new', 'in_progress')),
      add column assignee_id uuid,
      add column team_id uuid,
      add unique (tenant_id, path),
      add foreign key (tenant_id, assignee_id) references users (tenant_id, id),
      add foreign key (tenant_id, team_id) references teams (tenant_id, id)`)
    this.schema.raw(`alter table leads drop constraint leads_source_check,
      add constraint leads_source_check check (source in ('qr', 'manual', 'link', 'embed'))`)
  }
}
