import { BaseTransformer } from '@adonisjs/core/transformers'
import type AccessToken from '#app/access_tokens/access_token'

export default class AccessTokenTransformer extends BaseTransformer<AccessToken> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'scopes',
      'createdAt',
      'expiresAt',
      'lastUsedAt',
      'isExpired',
    ])
  }
}
