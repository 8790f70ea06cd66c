import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Service } from '#app/identity/service_account'

export default class ServiceTokenTransformer extends BaseTransformer<Service> {
  toObject() {
    const { token, user, maker } = this.resource
    return {
      ...this.pick(token, ['id', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt', 'isExpired']),
      role: user.role,
      maker: maker?.name ?? null,
    }
  }
}
