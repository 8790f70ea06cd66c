import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import type Visit from '#app/orders/visit'

export default class VisitTransformer extends BaseTransformer<Visit> {
  constructor(
    resource: Visit,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const visit = this.resource
    const facts = this.pick(visit, ['id', 'status', 'note'])
    return this.reader.fields('orders').shown({
      ...facts,
      ...visit.facts(),
      assignee: visit.assignee ? { id: visit.assignee.id, name: visit.assignee.name } : null,
    })
  }
}
