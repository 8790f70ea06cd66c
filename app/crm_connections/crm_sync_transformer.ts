import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmSync from '#app/crm_connections/crm_sync'

export default class CrmSyncTransformer extends BaseTransformer<CrmSync> {
  toObject() {
    const { createdAt, endedAt } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'purpose', 'state', 'total']),
      createdAt: createdAt.toUTC().toISO()!,
      endedAt: endedAt?.toUTC().toISO() ?? null,
    }
  }
}
