import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmSync from '#app/crm_connections/crm_sync'

export default class CrmSyncTransformer extends BaseTransformer<CrmSync> {
  toObject() {
    const { createdAt, endedAt, walkedAt, restsUntil, peopleRead, peopleUnknown, peopleAlike } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'purpose', 'state', 'total']),
      createdAt: createdAt.toUTC().toISO()!,
      /** It goes on by itself then. */
      restsUntil: restsUntil?.toUTC().toISO() ?? null,
      endedAt: endedAt?.toUTC().toISO() ?? null,
      /** Those who are only there; `null` until their turn has come. */
      people: walkedAt ? { read: peopleRead, unknown: peopleUnknown, alike: peopleAlike } : null,
    }
  }
}
