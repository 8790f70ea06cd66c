import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What each process did with each queue in its last seconds: only web processes are asked, so the others write it down. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'process_reports',
      `process_id uuid not null,
      role text not null check (role in ('relay', 'worker')),
      queue text not null,
      per_second double precision not null,
      failed_per_second double precision not null,
      waited double precision,
      reported_at timestamptz(3) not null default now(),
      primary key (process_id, queue)`
    )
  }
}
