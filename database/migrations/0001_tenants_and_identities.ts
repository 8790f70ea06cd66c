import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create table tenants (
      id uuid primary key,
      slug text collate "C" not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
      name text not null,
      state text not null default 'active' check (state in ('active', 'deactivated')),
      time_zone text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      locale text not null default 'en',
      brand_color text not null default '#0f766e' check (brand_color ~ '^#[0-9a-f]{6}$'),
      logo_key text,
      phone text,
      email text,
      website text,
      deactivated_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    )`)
    this.wall('tenants', { tenantColumn: 'id', grants: 'select, insert, update' })

    this.systemTable(
      'identities',
      `
      id uuid primary key,
      email text collate "C" not null unique check (email = lower(email)),
      name text not null,
      password text,
      is_super_user boolean not null default false,
      disabled_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    `
    )
    this.systemTable(
      'sessions',
      `
      id text primary key,
      data text not null,
      user_id text,
      expires_at timestamptz not null
    `
    )
    this.schema.raw('create index on sessions (user_id)')
    this.schema.raw('create index on sessions (expires_at)')
    this.systemTable(
      'rate_limits',
      `
      key text primary key,
      points integer not null default 0,
      expire bigint
    `
    )

    this.tenantTable(
      'users',
      `
      identity_id uuid not null references identities (id),
      name text not null,
      email text collate "C" not null,
      phone text,
      role text not null check (role in ('admin', 'supervisor', 'agent', 'field_user', 'associate')),
      deactivated_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, identity_id),
      unique (tenant_id, email)
    `
    )
    this.schema.raw('create index on users (identity_id)')

    this.tenantTable(
      'invitations',
      `
      email text collate "C" not null,
      name text not null,
      role text not null check (role in ('admin', 'supervisor', 'agent', 'field_user', 'associate')),
      invited_by text not null,
      expires_at timestamptz(3) not null,
      accepted_at timestamptz(3),
      revoked_at timestamptz(3),
      user_id uuid,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw(`create unique index invitations_open_email on invitations (tenant_id, email)
      where accepted_at is null and revoked_at is null`)

    // Look-up tables: a secret in a URL or header leads to its tenant. Only hashes are kept.
    this.tenantTable(
      'link_tokens',
      `
      token_hash text collate "C" not null unique,
      kind text not null check (kind in ('invitation', 'lead_status')),
      subject_id uuid not null,
      expires_at timestamptz(3),
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on link_tokens (tenant_id, subject_id)')

    this.tenantTable(
      'access_tokens',
      `
      user_id uuid not null,
      token_hash text collate "C" not null unique,
      name text not null,
      expires_at timestamptz(3),
      revoked_at timestamptz(3),
      last_used_at timestamptz(3),
      created_at timestamptz(3) not null,
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )

    this.tenantTable(
      'number_series',
      `
      name text not null,
      next bigint not null default 1,
      unique (tenant_id, name)
    `
    )
  }
}
