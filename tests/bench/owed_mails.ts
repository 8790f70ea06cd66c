/** Mails of a company that wait for their turn, committed. */
export async function owe(tenantId: string, count: number, recipient = 'large@example.com') {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { PRIORITIES } = await import('#app/platform/sending/turns')
  await db.connection('system').rawQuery(
    `with owed as (
       insert into deliveries (id, tenant_id, event_id, channel, kind, template_version, recipient_kind, recipient, subject,
         body_html, body_text, created_at, updated_at)
       select gen_random_uuid(), :tenantId, gen_random_uuid(), 'mail', 'lead_received', 1, 'customer', :recipient,
         'Hello', '<p>Hello</p>', 'Hello', now(), now() from generate_series(1, :count::int) n returning id)
     insert into turns (provider, priority, tenant_id, sender, subject_id)
     select 'smtp', :priority, :tenantId, 'delivery', id from owed`,
    { tenantId, count, recipient, priority: PRIORITIES.normal }
  )
}
