import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What a posted form begins with, in one call: the lead that it became before, else the next number for one. */
export default class extends TenantSchema {
  async up() {
    // Two posts of one form may arrive together: the second waits here until the first one's lead is there to find.
    this.schema.raw(`
      create function number_for_submission(given_key text, given_first integer,
        out lead_id uuid, out lead_number integer, out lead_prefix text) language plpgsql
      set search_path = public, pg_temp as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(given_key, 0));
        select id into lead_id from leads
          where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and submission_key = given_key;
        if lead_id is null then
          insert into number_series as series (id, name, next) values (gen_random_uuid(), 'leads', given_first + 1)
            on conflict (tenant_id, name) do update set next = series.next + 1
            returning series.next - 1, series.prefix into lead_number, lead_prefix;
        end if;
      end $$`)
    this.schema.raw('revoke all on function number_for_submission(text, integer) from public')
    this.schema.raw(`grant execute on function number_for_submission(text, integer) to ${this.role('app')}`)
  }
}
