import { BaseTransformer } from '@adonisjs/core/transformers'
import type ScimToken from '#app/single_sign_on/scim_token'

export default class ScimTokenTransformer extends BaseTransformer<ScimToken> {
  toObject() {
    return this.pick(this.resource, ['id', 'name', 'createdAt', 'lastUsedAt'])
  }
}
