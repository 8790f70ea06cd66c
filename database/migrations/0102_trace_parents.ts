import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Which span an event or a message to be sent belongs to: ids of a trace, gone with the row. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table outbox add column trace_parent text')
    this.schema.raw('alter table turns add column trace_parent text')
    this.schema.raw('drop function ask_for_turn(text, smallint, text, uuid)')
    this.schema.raw(`
      create function ask_for_turn(provider text, priority smallint, sender text, subject uuid, trace_parent text default null)
      returns void language sql security definer set search_path = public, pg_temp as $$
        insert into turns (provider, priority, tenant_id, sender, subject_id, trace_parent)
        values (provider, priority, current_setting('app.tenant_id')::uuid, sender, subject, trace_parent)
        on conflict do nothing
      $$`)
    const signature = 'ask_for_turn(text, smallint, text, uuid, text)'
    this.schema.raw(`revoke all on function ${signature} from public`)
    this.schema.raw(`grant execute on function ${signature} to ${this.role('app')}`)
  }
}
