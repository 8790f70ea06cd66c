import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Systems that were connected before anybody looked for merged deals there; not all of them at the same moment. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      insert into schedules (id, tenant_id, timer, data, rule, zone, follows_company, next_at)
      select uuidv7(), tenant_id, 'crm_merged_deals', jsonb_build_object('tenantId', tenant_id, 'connectionId', id),
        '{"every": {"hours": 6}}', 'UTC', false, now() + random() * interval '6 hours'
      from crm_connections on conflict do nothing`)
  }
}
