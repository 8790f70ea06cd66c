import db from '@adonisjs/lucid/services/db'
import { BaseSchema } from '@adonisjs/lucid/schema'

const CURRENT_TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`

type WallOptions = { grants?: string; tenantColumn?: string }

/** Migrations extend this: a tenant's table is made together with its key, policies, default and grants. */
export class TenantSchema extends BaseSchema {
  /** `id` stays the first column: the schema generator takes the first key column as the model's key. */
  protected tenantTable(name: string, body: string, options: WallOptions = {}) {
    this.schema.raw(`create table ${name} (
      id uuid not null,
      tenant_id uuid not null default ${CURRENT_TENANT} references tenants (id),
      ${body},
      primary key (tenant_id, id)
    )`)
    this.wall(name, options)
  }

  /** The wall: row-level security for `app`, open to `owner` (backfills) and `system` (relay, look-ups, console). */
  protected wall(
    name: string,
    { grants = 'select, insert, update, delete', tenantColumn = 'tenant_id' }: WallOptions = {}
  ) {
    this.schema.raw(`alter table ${name} enable row level security`)
    this.schema.raw(`alter table ${name} force row level security`)
    this.schema.raw(`create policy tenant on ${name} to ${this.role('app')}
      using (${tenantColumn} = ${CURRENT_TENANT}) with check (${tenantColumn} = ${CURRENT_TENANT})`)
    this.schema.raw(`create policy across_tenants on ${name} to ${this.role('owner')}, ${this.role('system')}
      using (true) with check (true)`)
    this.schema.raw(`grant ${grants} on ${name} to ${this.role('app')}`)
    this.schema.raw(`grant select, insert, update, delete on ${name} to ${this.role('system')}`)
  }

  /** A table of the installation, out of reach of the runtime role. */
  protected systemTable(name: string, body: string) {
    this.schema.raw(`create table ${name} (${body})`)
    this.schema.raw(`grant select, insert, update, delete on ${name} to ${this.role('system')}`)
  }

  protected role(connection: 'app' | 'owner' | 'system') {
    const { connectionString } = db.manager.get(connection)!.config.connection as { connectionString: string }
    return `"${decodeURIComponent(new URL(connectionString).username)}"`
  }
}
