import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'

/** Why nobody was let in or connected, in words for the person before the screen. */
const REASONS = {
  flow_lost: () =>
    'This was begun somewhere else, is over already, or took longer than ten minutes. Begin again.',
  denied: (provider) => `You did not let ${provider} tell us who you are. Try again, or sign in another way.`,
  refused: (provider) => `${provider} did not let you in. Try again in a moment, or sign in another way.`,
  unreachable: (provider) =>
    `${provider} could not be reached. Try again in a moment, or sign in another way.`,
  no_email: (provider) =>
    `${provider} has not verified an e-mail address of yours. Verify it there, or sign in another way and connect ${provider} in your account.`,
  no_login: (provider) =>
    `Nobody has a login with the address of this ${provider} account. Ask your company to invite you; if you sign in with another address, do so and connect ${provider} in your account.`,
  prove_first: (provider) =>
    `Sign in once as you usually do, for example with a link by mail, and connect ${provider} in your account.`,
  taken: (provider) => `This ${provider} account is connected with another login here.`,
  other_account: (provider) =>
    `Another ${provider} account is connected with your login. Disconnect it first in your account.`,
} as const satisfies Record<string, (provider: string) => string>

export type SocialRefusal = keyof typeof REASONS

/** Leads back to the sign-in page, or to one's own account, and says there what happened. */
export class SocialLoginRefusedError extends Exception {
  static code = 'E_SOCIAL_LOGIN_REFUSED'
  static status = 403

  constructor(
    readonly reason: SocialRefusal,
    provider = 'The provider',
    cause?: unknown
  ) {
    super(REASONS[reason](provider), { cause })
  }

  handle(_: unknown, ctx: HttpContext) {
    ctx.logger.warn({ err: this.cause, reason: this.reason }, 'Social sign-in refused')
    ctx.session.flash('error', this.message)
    const isIn = ctx.auth.user !== undefined && !reachOf(ctx).isLimited
    ctx.response.redirect().toRoute(isIn ? 'sign_in.credentials.show' : 'sign_in.sessions.create')
  }
}

export class LastWayInError extends Exception {
  static code = 'E_LAST_WAY_IN'
  static status = 409
  static message =
    'You could not sign in any more without it. Choose a password first, or let us mail you links to sign in.'
}
