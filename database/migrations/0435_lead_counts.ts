import { TenantSchema } from '#app/platform/database/tenant_schema'

const CURRENT_TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`
const OFTEN_EMPTIED = `autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0`

/**
 * The leads of the last days counted by day, source and holders. Whoever changes what is counted of a lead appends a
 * mark in the same transaction, and nobody waits for anybody; a timer counts those leads anew.
 */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create table uncounted_leads (
      seq bigint generated always as identity primary key,
      tenant_id uuid not null default ${CURRENT_TENANT},
      lead_id uuid not null
    )`)
    this.schema.raw('create index on uncounted_leads (tenant_id, lead_id)')
    this.schema.raw(`alter table uncounted_leads set (${OFTEN_EMPTIED})`)
    this.wall('uncounted_leads', { grants: 'select, insert, delete' })

    // By which clock a company's leads are counted and since when; figures are read here once all were.
    this.schema.raw(`create table lead_countings (
      tenant_id uuid primary key default ${CURRENT_TENANT} references tenants (id),
      time_zone text not null,
      since date not null,
      is_complete boolean not null
    )`)
    this.wall('lead_countings')

    // Who holds a lead together: few sets for many leads. The id is the digest of the holders.
    this.tenantTable('lead_holder_sets', 'holders uuid[] not null')
    // What each lead was last counted as; the id is the lead's, which may be gone since.
    this.tenantTable(
      'counted_leads',
      `
      day date not null,
      source text not null,
      is_converted boolean not null,
      reply smallint,
      holder_set_id uuid
    `
    )
    // By source, or by how long the first reply took; of one holder, of exactly one set of them, or of everybody.
    this.tenantTable(
      'lead_day_counts',
      `
      held_by uuid,
      day date not null,
      source text,
      reply smallint,
      leads integer not null,
      converted integer not null default 0,
      unique nulls not distinct (tenant_id, held_by, day, source, reply),
      check (num_nonnulls(source, reply) = 1)
    `
    )
    this.schema.raw(`alter table lead_day_counts set (fillfactor = 80)`)

    this.schema.raw(`
      create function mark_lead_uncounted() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'DELETE' then
          insert into uncounted_leads (tenant_id, lead_id) values (new.tenant_id, new.id);
        else
          -- Whose company goes too leaves nothing behind.
          insert into uncounted_leads (tenant_id, lead_id) select id, old.id from tenants where id = old.tenant_id;
        end if;
        return null;
      end $$`)
    this.schema.raw(`create trigger leads_uncounted after insert or delete
      or update of status, source, assignee_id, team_id, created_by, created_at, first_replied_at on leads
      for each row execute function mark_lead_uncounted()`)
    this.schema.raw(`
      create function mark_lead_of_visit_uncounted() returns trigger language plpgsql as $$
      begin
        insert into uncounted_leads (tenant_id, lead_id)
        select tenant_id, lead_id from orders
        where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id in (new.order_id, old.order_id)
          and lead_id is not null;
        return null;
      end $$`)
    this.schema
      .raw(`create trigger visits_uncounted after insert or delete or update of assignee_id, order_id on visits
      for each row execute function mark_lead_of_visit_uncounted()`)
    this.schema.raw(`
      create function mark_leads_of_order_uncounted() returns trigger language plpgsql as $$
      begin
        insert into uncounted_leads (tenant_id, lead_id)
        select new.tenant_id, id from unnest(array[new.lead_id, old.lead_id]) id where id is not null;
        return null;
      end $$`)
    this.schema.raw(`create trigger orders_uncounted after update of lead_id on orders
      for each row execute function mark_leads_of_order_uncounted()`)
  }
}
