import { BaseTransformer } from '@adonisjs/core/transformers'
import type Visit from '#app/orders/visit'

export default class VisitTransformer extends BaseTransformer<Visit> {
  toObject() {
    const visit = this.resource
    return {
      ...this.pick(visit, ['id', 'status', 'note']),
      ...visit.facts(),
      assignee: visit.assignee ? { id: visit.assignee.id, name: visit.assignee.name } : null,
    }
  }
}
