import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'notifications',
      `
      user_id uuid not null,
      event_id uuid not null,
      kind text not null,
      title text not null,
      body text,
      subject_type text not null,
      subject_id uuid not null,
      read_at timestamptz(3),
      created_at timestamptz(3) not null,
      unique (tenant_id, user_id, event_id),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on notifications (tenant_id, user_id, id desc)')
    this.schema.raw('create index on notifications (tenant_id, user_id, id desc) where read_at is null')

    this.tenantTable(
      'deliveries',
      `
      event_id uuid not null,
      channel text not null check (channel in ('mail')),
      kind text not null,
      template_version integer not null,
      resend_number integer not null default 0,
      recipient_kind text not null check (recipient_kind in ('user', 'customer', 'invitation')),
      recipient_id uuid,
      recipient_name text,
      recipient text collate "C" not null,
      subject text not null,
      body_html text not null,
      body_text text not null,
      link_kind text,
      link_subject_id uuid,
      masked_link text,
      state text not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'not_sent')),
      attempts integer not null default 0,
      provider_id text,
      error_code text,
      error text,
      claimed_at timestamptz(3),
      next_try_at timestamptz(3),
      sent_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, event_id, channel, kind, recipient, resend_number)
    `
    )
    this.schema.raw('create index on deliveries (tenant_id, id desc)')
    this.schema.raw('create index on deliveries (tenant_id, state, id desc)')
    this.schema.raw(`create index on deliveries (claimed_at) where state = 'sending'`)
  }
}
