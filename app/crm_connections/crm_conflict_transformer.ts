import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type CrmConflict from '#app/crm_connections/crm_conflict'
import { labelOf } from '#app/crm_connections/our_fields'

export default class CrmConflictTransformer extends BaseTransformer<CrmConflict> {
  constructor(
    resource: CrmConflict,
    private user: User
  ) {
    super(resource)
  }

  /** What stands in a field that a role hides is not told here either. */
  toObject() {
    const { id, field, ours, theirs, kept, customer, updatedAt } = this.resource
    const isShown = this.user.fields('customers').levelOf(field) !== 'none'
    return {
      id,
      field: labelOf(field),
      ours: isShown ? ours : null,
      theirs: isShown ? theirs : null,
      kept,
      customer: { id: customer.id, name: customer.name },
      at: updatedAt.toUTC().toISO()!,
    }
  }
}
