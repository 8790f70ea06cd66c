import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A notification can be put away, for good or until a time; each box of the inbox has an index of its own. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table notifications
      add column archived_at timestamptz(3),
      add column snoozed_until timestamptz(3),
      add column returned_at timestamptz(3),
      add check (archived_at is null or snoozed_until is null)`)
    this.schema.raw('drop index notifications_tenant_id_user_id_id_idx')
    this.schema.raw('drop index notifications_tenant_id_user_id_id_idx1')
    const boxes = {
      inbox: 'archived_at is null and snoozed_until is null',
      unread: 'archived_at is null and snoozed_until is null and read_at is null',
      snoozed: 'snoozed_until is not null',
      archived: 'archived_at is not null',
    }
    for (const [box, where] of Object.entries(boxes))
      this.schema.raw(
        `create index notifications_${box} on notifications (tenant_id, user_id, id desc) where ${where}`
      )
  }
}
