import { Exception } from '@adonisjs/core/exceptions'

/** Why nobody was let in; `message` can be shown to whoever tried. */
export abstract class OauthError extends Exception {}

/** The vendor takes this code or refresh token no more: somebody has to let us in again. */
export class OauthGrantLostError extends OauthError {
  static code = 'E_OAUTH_GRANT_LOST'
  static status = 409
  static message = 'The permission has ended. Connect again.'
}

/** No answer, or a failure of the vendor's own. Trying later may help. */
export class OauthUnavailableError extends OauthError {
  static code = 'E_OAUTH_UNAVAILABLE'
  static status = 503
  static message = 'The vendor does not answer. Try again in a few minutes.'
}

/** The vendor refuses this installation itself: its client id, secret, address or scopes are wrong. */
export class OauthRefusedError extends OauthError {
  static code = 'E_OAUTH_REFUSED'
  static status = 502
  static message =
    'The vendor refuses what this installation is known by there. Whoever runs it has to check its client id, secret and redirect address.'
}

/** Begun by somebody else, for another company, answered already, or too long ago. */
export class OauthFlowLostError extends OauthError {
  static code = 'E_OAUTH_FLOW_LOST'
  static status = 403
  static message =
    'This was begun somewhere else, is over already, or took longer than ten minutes. Begin again here.'
}

/** Somebody said no on the vendor's screen. */
export class OauthDeniedError extends OauthError {
  static code = 'E_OAUTH_DENIED'
  static status = 403
  static message = 'You did not let us in there, so nothing is connected. Begin again whenever you like.'
}
