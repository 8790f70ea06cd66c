import { TenantSchema } from '#app/platform/database/tenant_schema'

const TIMES = `created_at timestamptz(3) not null, updated_at timestamptz(3) not null`
const STANDARD = `('admin', 'supervisor', 'agent', 'field_user', 'associate')`

/** Custom roles, teams, and whose a lead is beside its assignee. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'roles',
      `
      name text not null,
      description text,
      based_on text not null check (based_on in ${STANDARD}),
      grants jsonb not null default '{}',
      fields jsonb not null default '{}',
      ${TIMES},
      unique (tenant_id, id, based_on)
    `
    )
    this.schema.raw('create unique index roles_name on roles (tenant_id, lower(name))')
    // A custom role can only be given to somebody whose standard role it is based on.
    for (const table of ['users', 'invitations']) {
      this.schema.raw(`alter table ${table} add role_id uuid`)
      this.schema.raw(`alter table ${table} add constraint ${table}_role_fits
        foreign key (tenant_id, role_id, role) references roles (tenant_id, id, based_on)`)
      this.schema.raw(`create index on ${table} (tenant_id, role_id) where role_id is not null`)
    }

    this.tenantTable(
      'teams',
      `
      name text not null,
      parent_id uuid,
      ${TIMES},
      check (parent_id <> id),
      foreign key (tenant_id, parent_id) references teams (tenant_id, id)
    `
    )
    this.schema.raw('create unique index teams_name on teams (tenant_id, lower(name))')
    this.schema.raw('create index on teams (tenant_id, parent_id)')
    this.tenantTable(
      'team_members',
      `
      team_id uuid not null,
      user_id uuid not null,
      is_lead boolean not null default false,
      ${TIMES},
      unique (tenant_id, team_id, user_id),
      foreign key (tenant_id, team_id) references teams (tenant_id, id) on delete cascade,
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on team_members (tenant_id, user_id, team_id)')

    this.schema.raw('alter table leads add team_id uuid, add created_by uuid')
    this.schema.raw('alter table leads add foreign key (tenant_id, team_id) references teams (tenant_id, id)')
    this.schema.raw(
      'alter table leads add foreign key (tenant_id, created_by) references users (tenant_id, id)'
    )
    this.schema.raw(
      'create index on leads (tenant_id, team_id, id desc) where team_id is not null and assignee_id is null'
    )
    this.schema.raw('create index on leads (tenant_id, created_by, id desc) where created_by is not null')
    this.schema.raw('create index on orders (tenant_id, created_by, id desc)')
  }
}
