import { TenantSchema } from '#app/platform/database/tenant_schema'

/** When a request was first answered, kept with it: figures over many leads do not read their messages. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table leads add column first_replied_at timestamptz(3)')
    this.schema.raw(`update leads set first_replied_at = replies.at
      from (select tenant_id, lead_id, min(created_at) as at from messages
        where author_kind = 'user' group by tenant_id, lead_id) replies
      where replies.tenant_id = leads.tenant_id and replies.lead_id = leads.id`)
    this.schema.raw(`create index leads_figures on leads (tenant_id, id)
      include (source, status, created_at, first_replied_at)`)
    this.schema.raw(
      'create index leads_unanswered on leads (tenant_id, id desc) where first_replied_at is null'
    )
    this.schema.raw(`create index messages_unread on messages (tenant_id, lead_id)
      where author_kind = 'customer' and read_at is null`)
  }
}
