import { TenantSchema } from '#app/platform/database/tenant_schema'

/**
 * How many deliveries each company had when they were last counted says nothing of one that has just got 100,000: the planner
 * would take it for a company with none and read them all to find eight. Not counted, every company is thought to have many.
 */
export default class extends TenantSchema {
  async up() {
    for (const table of ['deliveries', 'webhook_deliveries'])
      // What was counted before would stay as it is for ever; only PostgreSQL 18 lets a table's owner forget it.
      this.schema.raw(`do $$ begin
        if current_setting('server_version_num')::int >= 180000 then
          alter table ${table} alter column tenant_id set statistics 0;
          perform pg_clear_attribute_stats('public', '${table}', 'tenant_id', false);
        end if;
      end $$`)
  }
}
