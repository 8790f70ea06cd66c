import { BaseTransformer } from '@adonisjs/core/transformers'
import type SuperUserGrant from '#app/console/super_user_grant'

export default class SuperUserTransformer extends BaseTransformer<SuperUserGrant> {
  constructor(
    grant: SuperUserGrant,
    private reader: { id: string }
  ) {
    super(grant)
  }

  toObject() {
    const { identity } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'grantedBy', 'createdAt', 'revokedBy', 'revokedAt']),
      name: identity.name,
      email: identity.email,
      hasPassword: identity.password !== null,
      hasTwoFactor: identity.twoFactorAt !== null,
      isYou: identity.id === this.reader.id,
    }
  }
}
