import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Viewer } from '#app/access/viewers'

export default class ViewerTransformer extends BaseTransformer<Viewer> {
  toObject() {
    const { user, reason } = this.resource
    return {
      ...this.pick(user, ['id', 'name', 'role']),
      customRole: user.granted?.name ?? null,
      reason,
    }
  }
}
