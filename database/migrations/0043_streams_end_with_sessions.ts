import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Whatever ends a session ends its streams too: sign-out, another device, an administrator, the clock. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create function tell_of_ended_session() returns trigger language plpgsql as $$
      begin
        perform pg_notify('live', json_build_object('channel', 'streams', 'news', json_build_object('cut', old.id))::text);
        return null;
      end $$`)
    this.schema.raw(`create trigger streams_end after delete on sessions
      for each row execute function tell_of_ended_session()`)
  }
}
