import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Subject } from '#app/access/subjects'
import type { Viewer } from '#app/access/viewers'

export default class ViewerTransformer extends BaseTransformer<Viewer> {
  constructor(
    resource: Viewer,
    private subject: Subject
  ) {
    super(resource)
  }

  toObject() {
    const { user, reason } = this.resource
    return {
      ...this.pick(user, ['id', 'name', 'role']),
      customRole: user.granted?.name ?? null,
      reason,
      fields: user.fields(this.subject).limits,
    }
  }
}
