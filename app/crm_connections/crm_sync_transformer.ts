import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmSync from '#app/crm_connections/crm_sync'

export default class CrmSyncTransformer extends BaseTransformer<CrmSync> {
  toObject() {
    const { createdAt, endedAt, walkedAt, peopleRead, peopleUnknown, peopleAlike } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'purpose', 'state', 'total']),
      createdAt: createdAt.toUTC().toISO()!,
      endedAt: endedAt?.toUTC().toISO() ?? null,
      /** Those who are only there; `null` until their turn has come. */
      people: walkedAt ? { read: peopleRead, unknown: peopleUnknown, alike: peopleAlike } : null,
    }
  }
}
