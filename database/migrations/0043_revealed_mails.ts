import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Who runs the installation looks mails to persons up, and may carry the link of one over by hand where nothing is sent. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table identity_mails
      add column revealed_at timestamptz(3),
      add column revealed_by text`)
    this.schema.raw('create index on identity_mails (recipient, id desc)')
  }
}
