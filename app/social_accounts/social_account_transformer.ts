import { BaseTransformer } from '@adonisjs/core/transformers'
import type SocialAccount from '#app/social_accounts/social_account'

/** A connected account as its owner sees it. */
export default class SocialAccountTransformer extends BaseTransformer<SocialAccount> {
  toObject() {
    return this.pick(this.resource, ['id', 'provider', 'name', 'email', 'createdAt', 'signedInAt'])
  }
}
