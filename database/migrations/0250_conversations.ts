import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How each conversation stands, kept with it, so that the list of messages reads no messages but those that it shows. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'conversations',
      `
      lead_id uuid not null,
      assignee_id uuid,
      last_message_id uuid not null,
      unread_count integer not null check (unread_count >= 0),
      waiting_message_id uuid,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, lead_id),
      foreign key (tenant_id, lead_id) references leads (tenant_id, id),
      foreign key (tenant_id, assignee_id) references users (tenant_id, id),
      foreign key (tenant_id, last_message_id) references messages (tenant_id, id),
      foreign key (tenant_id, waiting_message_id) references messages (tenant_id, id)
    `,
      { grants: 'select, insert, update' }
    )
    this.schema.raw(`insert into conversations
      (id, tenant_id, lead_id, assignee_id, last_message_id, unread_count, waiting_message_id, created_at, updated_at)
      select leads.id, leads.tenant_id, leads.id, leads.assignee_id, talk.last_id, talk.unread,
        (select messages.id from messages
          where messages.tenant_id = leads.tenant_id and messages.lead_id = leads.id
            and messages.author_kind = 'customer' and (talk.replied_id is null or messages.id > talk.replied_id)
          order by messages.id limit 1),
        talk.begun_at, talk.begun_at
      from leads join (
        select tenant_id, lead_id, min(created_at) as begun_at,
          (array_agg(id order by id desc))[1] as last_id,
          (array_agg(id order by id desc) filter (where author_kind = 'user'))[1] as replied_id,
          count(*) filter (where author_kind = 'customer' and read_at is null) as unread
        from messages group by tenant_id, lead_id
      ) talk on talk.tenant_id = leads.tenant_id and talk.lead_id = leads.id`)
    const orders = [
      ['latest', 'last_message_id desc', 'true'],
      ['unread', 'last_message_id desc', 'unread_count > 0'],
      ['waiting', 'waiting_message_id', 'waiting_message_id is not null'],
    ]
    for (const [name, place, which] of orders) {
      this.schema.raw(
        `create index conversations_${name} on conversations (tenant_id, ${place}) where ${which}`
      )
      this.schema.raw(`create index conversations_${name}_of_people
        on conversations (tenant_id, assignee_id, ${place}) where ${which}`)
    }
  }
}
