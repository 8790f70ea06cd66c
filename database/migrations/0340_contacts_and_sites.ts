import { TenantSchema } from '#app/platform/database/tenant_schema'

/**
 * The people and places of a customer. How the primary one is reached stays with the customer itself, where every
 * list, search and system outside looks for it; its row has but its name, so that nothing is kept twice.
 */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'customer_contacts',
      `
      customer_id uuid not null,
      is_primary boolean not null default false,
      name text not null,
      role text,
      phone text,
      email text,
      phone_rev text collate "C" generated always as (reverse(regexp_replace(phone, '[^0-9]', '', 'g'))) stored,
      email_norm text collate "C" generated always as (lower(btrim(email))) stored,
      removed_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      check (not is_primary or (removed_at is null and num_nonnulls(phone, email) = 0)),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id)
    `
    )
    this.schema.raw('create index on customer_contacts (tenant_id, phone_rev)')
    this.schema.raw('create index on customer_contacts (tenant_id, email_norm)')
    this.tenantTable(
      'customer_sites',
      `
      customer_id uuid not null,
      is_primary boolean not null default false,
      label text not null,
      notes text,
      street text,
      unit text,
      postcode text,
      city text,
      region text,
      country text check (country ~ '^[A-Z]{2}$'),
      address_key text collate "C" generated always as (address_key(street, unit, postcode, city)) stored,
      removed_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      check (not is_primary or
        (removed_at is null and num_nonnulls(street, unit, postcode, city, region, country) = 0)),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id)
    `
    )
    this.schema.raw('create index on customer_sites (tenant_id, address_key)')
    for (const table of ['customer_contacts', 'customer_sites']) {
      this.schema.raw(`create index on ${table} (tenant_id, customer_id, id)`)
      this.schema.raw(
        `create unique index ${table}_one_primary on ${table} (tenant_id, customer_id) where is_primary`
      )
    }
    for (const table of ['customer_contacts', 'customer_sites'])
      this.schema
        .raw(`create trigger follow_merged_customer before insert or update of customer_id on ${table}
        for each row execute function follow_merged_customer()`)
    this.schema.raw(`alter table leads add column contact_id uuid, add column site_id uuid,
      add foreign key (tenant_id, contact_id) references customer_contacts (tenant_id, id),
      add foreign key (tenant_id, site_id) references customer_sites (tenant_id, id)`)
    this.schema.raw(`alter table orders add column site_id uuid,
      add foreign key (tenant_id, site_id) references customer_sites (tenant_id, id)`)
  }
}
