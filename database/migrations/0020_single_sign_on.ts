import { TenantSchema } from '#app/platform/database/tenant_schema'

const TIMES = `created_at timestamptz(3) not null, updated_at timestamptz(3) not null`

export default class extends TenantSchema {
  async up() {
    // On the company itself, so that a request of a company without the rule pays nothing for it.
    this.schema.raw('alter table tenants add column requires_single_sign_on boolean not null default false')
    this.schema.raw(`alter table users add column external_id text collate "C"`)
    this.schema.raw('create unique index on users (tenant_id, external_id)')

    this.tenantTable(
      'sso_connections',
      `
      issuer text collate "C" not null,
      client_id text not null,
      client_secret text,
      scopes text not null,
      email_claim text not null,
      name_claim text not null,
      role_claim text,
      role_map jsonb not null default '[]',
      default_role text check (default_role in ('admin', 'supervisor', 'agent', 'field_user', 'associate')),
      provisions_users boolean not null default false,
      decides_roles boolean not null default false,
      trusts_email boolean not null default false,
      is_enabled boolean not null default false,
      api_audience text,
      api_clients jsonb not null default '[]',
      last_success_at timestamptz(3),
      last_failure_at timestamptz(3),
      last_failure text,
      ${TIMES},
      unique (tenant_id)
    `
    )
    this.schema.raw('create index on sso_connections (issuer)')

    this.tenantTable(
      'sso_domains',
      `
      domain text collate "C" not null check (domain = lower(domain)),
      token text not null,
      verified_at timestamptz(3),
      checked_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, domain)
    `
    )
    // A domain leads to its company at the door, so one company only can have proved it.
    this.schema.raw(
      'create unique index sso_domains_one_owner on sso_domains (domain) where verified_at is not null'
    )

    this.tenantTable(
      'sso_accounts',
      `
      sso_connection_id uuid not null,
      subject text collate "C" not null,
      user_id uuid not null,
      email text,
      signed_in_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, sso_connection_id, subject),
      unique (tenant_id, sso_connection_id, user_id),
      foreign key (tenant_id, sso_connection_id) references sso_connections (tenant_id, id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on sso_accounts (tenant_id, user_id)')

    this.tenantTable(
      'break_glass_users',
      `
      user_id uuid not null,
      used_at timestamptz(3),
      created_at timestamptz(3) not null,
      unique (tenant_id, user_id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )

    this.tenantTable(
      'scim_tokens',
      `
      token_hash text collate "C" not null unique,
      name text not null,
      created_by uuid,
      last_used_at timestamptz(3),
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null,
      foreign key (tenant_id, created_by) references users (tenant_id, id)
    `
    )

    this.systemTable(
      'social_accounts',
      `
      id uuid primary key,
      identity_id uuid not null references identities (id),
      provider text not null check (provider in ('google', 'github')),
      subject text collate "C" not null,
      email text not null,
      created_at timestamptz(3) not null,
      unique (provider, subject),
      unique (identity_id, provider)
    `
    )
  }
}
