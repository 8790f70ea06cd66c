import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Tells the words of a name from those of an address, for people whose role hides the address. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table customer_words add column in_name boolean not null default false')
    this.schema.raw(`update customer_words set in_name = true from customers
      where customers.tenant_id = customer_words.tenant_id and customers.id = customer_words.customer_id
        and position(' ' || word in ' ' || customers.name_norm) > 0`)
    this.schema.raw(`grant update (in_name) on customer_words to ${this.role('app')}`)
  }
}
