import { BaseTransformer } from '@adonisjs/core/transformers'
import type Impersonation from '#app/impersonations/impersonation'

export default class ImpersonationTransformer extends BaseTransformer<Impersonation> {
  toObject() {
    const { id, user, superUserName, reason, createdAt, endsAt, endedAt, endCause, isOver } = this.resource
    return {
      id,
      userName: user.name,
      superUserName,
      reason,
      startedAt: createdAt.toISO()!,
      endsAt: endsAt.toISO()!,
      endedAt: endedAt?.toISO() ?? null,
      endCause: endCause ?? (isOver ? 'time' : null),
      isOver,
    }
  }
}
