import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    // A service works for one company and has no login: nobody can sign in as one.
    this.schema.raw(`alter table users
      add kind text not null default 'person' check (kind in ('person', 'service')),
      alter identity_id drop not null,
      add check ((kind = 'service') = (identity_id is null))`)

    this.schema.raw(`alter table access_tokens
      add kind text not null default 'personal' check (kind in ('personal', 'service', 'session')),
      add scopes text[],
      add family_id uuid,
      add created_by uuid,
      add foreign key (tenant_id, created_by) references users (tenant_id, id),
      add check ((kind = 'session') = (family_id is not null))`)
    this.schema.raw('create index on access_tokens (tenant_id, user_id, id desc)')
    this.schema.raw('create index on access_tokens (tenant_id, family_id) where family_id is not null')
    this.schema.raw(`create index on access_tokens (expires_at) where kind = 'session'`)

    this.tenantTable(
      'refresh_tokens',
      `
      user_id uuid not null,
      family_id uuid not null,
      token_hash text collate "C" not null unique,
      expires_at timestamptz(3) not null,
      spent_at timestamptz(3),
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null,
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on refresh_tokens (tenant_id, family_id)')
    this.schema.raw('create index on refresh_tokens (tenant_id, user_id)')
    this.schema.raw('create index on refresh_tokens (expires_at)')
  }
}
