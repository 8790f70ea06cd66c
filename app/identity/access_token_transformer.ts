import { BaseTransformer } from '@adonisjs/core/transformers'
import type AccessToken from '#app/identity/access_token'

export default class AccessTokenTransformer extends BaseTransformer<AccessToken> {
  toObject() {
    return this.pick(this.resource, ['id', 'name', 'createdAt', 'expiresAt', 'lastUsedAt', 'isExpired'])
  }
}
