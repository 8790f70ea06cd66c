import { BaseTransformer } from '@adonisjs/core/transformers'
import type SsoConnection from '#app/single_sign_on/sso_connection'

/** The connection as its administrators see it: whether a secret is kept, never which. */
export default class SsoConnectionTransformer extends BaseTransformer<SsoConnection> {
  toObject() {
    return {
      ...this.pick(this.resource, [
        'id',
        'issuer',
        'clientId',
        'scopes',
        'emailClaim',
        'nameClaim',
        'roleClaim',
        'roleMap',
        'defaultRole',
        'defaultRoleId',
        'provisionsUsers',
        'decidesRoles',
        'trustsEmail',
        'isEnabled',
        'apiAudience',
        'apiClients',
        'lastSuccessAt',
        'lastFailureAt',
      ]),
      lastFailure: this.resource.failureInWords,
      hasSecret: this.resource.clientSecret !== null,
    }
  }
}
