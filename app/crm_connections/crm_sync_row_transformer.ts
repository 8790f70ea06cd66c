import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmSyncRow from '#app/crm_connections/crm_sync_row'

export default class CrmSyncRowTransformer extends BaseTransformer<CrmSyncRow> {
  toObject() {
    const { id, outcome, detail, customer } = this.resource
    return { id, outcome, detail: detail ?? null, customer: { id: customer.id, name: customer.name } }
  }
}
