import { TenantSchema } from '#app/platform/database/tenant_schema'

const TIMES = 'created_at timestamptz(3) not null, updated_at timestamptz(3) not null'

/** When a company comes, how many at once, and who has taken a place; which flows let customers take one. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'booking_calendars',
      `
      week jsonb not null,
      closed_days jsonb not null,
      notice_hours integer not null check (notice_hours between 0 and 720),
      horizon_days integer not null check (horizon_days between 1 and 90),
      hold_hours integer not null check (hold_hours between 1 and 168),
      change_hours integer check (change_hours between 0 and 720),
      ${TIMES},
      unique (tenant_id)
    `,
      { grants: 'select, insert, update' }
    )
    // One row for each place that is taken: whatever the application believes, nobody gets the last one twice.
    this.tenantTable(
      'booking_places',
      `
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      place smallint not null check (place between 1 and 99),
      lead_id uuid not null,
      visit_id uuid,
      held_until timestamptz(3),
      ${TIMES},
      check (ends_at > starts_at),
      check ((visit_id is null) = (held_until is not null)),
      unique (tenant_id, starts_at, ends_at, place),
      unique (tenant_id, visit_id),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, visit_id) references visits (tenant_id, id)
    `
    )
    this.schema.raw('create index on booking_places (tenant_id, lead_id)')
    this.schema.raw(
      'create unique index booking_places_one_held on booking_places (tenant_id, lead_id) where visit_id is null'
    )
    this.schema.raw(`alter table lead_flows
      add column booking text not null default 'off' check (booking in ('off', 'instant', 'request'))`)
  }
}
