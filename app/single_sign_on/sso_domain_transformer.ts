import { BaseTransformer } from '@adonisjs/core/transformers'
import type SsoDomain from '#app/single_sign_on/sso_domain'

export default class SsoDomainTransformer extends BaseTransformer<SsoDomain> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'domain',
      'isVerified',
      'verifiedAt',
      'checkedAt',
      'recordName',
      'token',
    ])
  }
}
