import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What was printed of a batch, and how a code came to a customer and left them. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table qr_batches add column purpose text')
    this.tenantTable(
      'qr_printings',
      `
      qr_batch_id uuid not null,
      copy integer not null,
      first_label integer not null,
      last_label integer not null,
      start_at integer not null,
      template text not null,
      host text not null,
      printed_by uuid,
      printed_at timestamptz(3) not null,
      unique (tenant_id, qr_batch_id, copy),
      check (first_label between 1 and last_label),
      foreign key (tenant_id, qr_batch_id) references qr_batches (tenant_id, id),
      foreign key (tenant_id, printed_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert' }
    )
    this.schema.raw(`alter table qr_assignments
      add column bound_from text check (bound_from in ('field', 'desk', 'file')),
      add column ended_as text check (ended_as in ('moved', 'undone', 'blank', 'retired', 'lost'))`)
    // Out of use is left for blank only, whoever asks.
    this.schema.raw(`
      create function guard_qr_code_state() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
      begin
        if not (old.state in ('blank', 'assigned') or new.state in ('blank', 'retired')) then
          raise exception 'a code that is % does not become %', old.state, new.state using errcode = 'check_violation';
        end if;
        return new;
      end $$`)
    this.schema.raw(`create trigger guard_state before update of state on qr_codes for each row
      when (old.state <> new.state) execute function guard_qr_code_state()`)
  }
}
