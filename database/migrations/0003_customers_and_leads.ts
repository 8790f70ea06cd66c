import { TenantSchema } from '#app/platform/database/tenant_schema'

const TIMES = `created_at timestamptz(3) not null, updated_at timestamptz(3) not null`

export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'customers',
      `
      name text not null,
      email text,
      phone text,
      street text,
      unit text,
      postcode text,
      city text,
      region text,
      country text not null check (country ~ '^[A-Z]{2}$'),
      notes text,
      name_norm text collate "C" not null,
      email_norm text collate "C",
      phone_rev text collate "C",
      created_by uuid,
      archived_at timestamptz(3),
      ${TIMES},
      foreign key (tenant_id, created_by) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on customers (tenant_id, updated_at desc, id desc)')
    this.schema.raw('create index on customers (tenant_id, name_norm, id)')
    this.schema.raw('create index on customers (tenant_id, email_norm)')
    this.schema.raw('create index on customers (tenant_id, phone_rev)')
    this.schema.raw('create index on customers (tenant_id, created_by, id desc)')
    // Words of names and addresses, for prefix search that an index serves behind the policy.
    this.schema.raw(`create table customer_words (
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid,
      word text collate "C" not null,
      customer_id uuid not null,
      primary key (tenant_id, word, customer_id),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete cascade
    )`)
    this.schema.raw('create index on customer_words (tenant_id, customer_id)')
    this.wall('customer_words', { grants: 'select, insert, delete' })

    this.tenantTable(
      'lead_flows',
      `
      name text not null,
      is_default boolean not null default false,
      published_version_id uuid,
      archived_at timestamptz(3),
      ${TIMES}
    `
    )
    this.schema.raw('create unique index lead_flows_one_default on lead_flows (tenant_id) where is_default')
    this.tenantTable(
      'lead_flow_versions',
      `
      lead_flow_id uuid not null,
      version integer not null,
      intro text,
      success_text text,
      questions jsonb not null default '[]',
      published_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, lead_flow_id, version),
      foreign key (tenant_id, lead_flow_id) references lead_flows (tenant_id, id)
    `
    )
    this.schema.raw(`alter table lead_flows add foreign key (tenant_id, published_version_id)
      references lead_flow_versions (tenant_id, id)`)

    this.tenantTable(
      'qr_batches',
      `
      name text not null,
      lead_flow_id uuid,
      quantity integer not null check (quantity between 1 and 10000),
      template text not null,
      start_at integer not null default 1,
      host text not null,
      is_demo boolean not null default false,
      created_by uuid,
      printed_at timestamptz(3),
      print_count integer not null default 0,
      ${TIMES},
      foreign key (tenant_id, lead_flow_id) references lead_flows (tenant_id, id),
      foreign key (tenant_id, created_by) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on qr_batches (tenant_id, created_at desc, id desc)')
    this.tenantTable(
      'qr_codes',
      `
      qr_batch_id uuid not null,
      position integer not null,
      token text collate "C" not null,
      short_code text collate "C" not null,
      state text not null default 'blank' check (state in ('blank', 'assigned', 'retired', 'lost')),
      customer_id uuid,
      assigned_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, short_code),
      unique (tenant_id, qr_batch_id, position),
      check ((state = 'assigned') = (customer_id is not null)),
      foreign key (tenant_id, qr_batch_id) references qr_batches (tenant_id, id),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id)
    `
    )
    this.schema.raw('create index on qr_codes (tenant_id, customer_id)')
    this.schema.raw('create index on qr_codes (tenant_id, qr_batch_id, state, position)')
    this.schema.raw('create index on qr_codes (tenant_id, state, updated_at desc, id desc)')
    // The path of a code leads to its tenant.
    this.schema.raw(`create table qr_lookups (
      token text collate "C" primary key,
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid,
      qr_code_id uuid not null,
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id)
    )`)
    this.wall('qr_lookups', { grants: 'select, insert' })
    this.tenantTable(
      'qr_assignments',
      `
      qr_code_id uuid not null,
      customer_id uuid not null,
      assigned_by uuid,
      assigned_at timestamptz(3) not null,
      ended_at timestamptz(3),
      ended_by uuid,
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id),
      foreign key (tenant_id, assigned_by) references users (tenant_id, id),
      foreign key (tenant_id, ended_by) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on qr_assignments (tenant_id, qr_code_id, assigned_at desc)')
    this.schema.raw('create index on qr_assignments (tenant_id, customer_id)')
    this.schema.raw(
      'create unique index qr_assignments_one_open on qr_assignments (tenant_id, qr_code_id) where ended_at is null'
    )

    this.tenantTable(
      'leads',
      `
      number bigint not null,
      status text not null default 'new' check (status in ('new', 'in_progress', 'converted', 'cancelled', 'lost')),
      source text not null check (source in ('qr', 'manual')),
      customer_id uuid,
      qr_code_id uuid,
      lead_flow_version_id uuid,
      assignee_id uuid,
      contact_name text not null,
      contact_phone text collate "C",
      contact_email text,
      address text,
      summary text not null,
      answers jsonb not null default '[]',
      submission_key text collate "C",
      name_norm text collate "C" not null,
      converted_at timestamptz(3),
      cancelled_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, number),
      unique (tenant_id, submission_key),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id),
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id),
      foreign key (tenant_id, lead_flow_version_id) references lead_flow_versions (tenant_id, id),
      foreign key (tenant_id, assignee_id) references users (tenant_id, id)
    `
    )
    // A UUIDv7 sorts by creation, so the key itself serves "newest first".
    for (const column of ['status', 'assignee_id', 'customer_id', 'source']) {
      this.schema.raw(`create index on leads (tenant_id, ${column}, id desc)`)
    }
    this.schema.raw('create index on leads (tenant_id, contact_phone)')
    this.schema.raw('create index on leads (tenant_id, qr_code_id)')
    this.schema.raw('create index on leads (tenant_id, name_norm, id)')

    this.tenantTable(
      'messages',
      `
      lead_id uuid not null,
      author_kind text not null check (author_kind in ('customer', 'user')),
      user_id uuid,
      author_name text not null,
      body text not null,
      submission_key text collate "C",
      read_at timestamptz(3),
      ${TIMES},
      unique (tenant_id, submission_key),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on messages (tenant_id, lead_id, id)')
    // Held first: the row exists before its files, and belongs to no lead until the form it came with is accepted.
    this.tenantTable(
      'attachments',
      `
      lead_id uuid,
      message_id uuid,
      key text not null,
      name text not null,
      content_type text not null,
      size_bytes bigint not null,
      width integer,
      height integer,
      stored_at timestamptz(3),
      ${TIMES},
      check (lead_id is null or stored_at is not null),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, message_id) references messages (tenant_id, id)
    `
    )
    this.schema.raw('create index on attachments (tenant_id, lead_id, id)')
    this.schema.raw('create index on attachments (created_at) where lead_id is null')
    this.schema.raw(
      'create unique index lead_flow_versions_one_draft on lead_flow_versions (tenant_id, lead_flow_id) where published_at is null'
    )

    this.tenantTable(
      'orders',
      `
      number bigint not null,
      kind text not null default 'scheduled' check (kind in ('scheduled', 'on_demand')),
      status text not null default 'scheduled' check (status in ('scheduled', 'done', 'cancelled')),
      lead_id uuid,
      customer_id uuid,
      summary text not null,
      created_by uuid,
      ${TIMES},
      unique (tenant_id, number),
      unique (tenant_id, lead_id),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, customer_id) references customers (tenant_id, id),
      foreign key (tenant_id, created_by) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on orders (tenant_id, status, id desc)')
    this.schema.raw('create index on orders (tenant_id, customer_id, id desc)')
    this.tenantTable(
      'visits',
      `
      order_id uuid not null,
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      assignee_id uuid,
      status text not null default 'planned' check (status in ('planned', 'done', 'cancelled')),
      note text,
      ${TIMES},
      check (ends_at > starts_at),
      foreign key (tenant_id, order_id) references orders (tenant_id, id),
      foreign key (tenant_id, assignee_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on visits (tenant_id, order_id)')
    this.schema.raw('create index on visits (tenant_id, starts_at, id)')
    this.schema.raw('create index on visits (tenant_id, assignee_id, starts_at)')
  }
}
