import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { FieldError } from '#app/platform/errors'

/** Why the door stayed closed, in words for the person before it; details are for the log. */
const REASONS = {
  no_connection:
    'This company has no single sign-on that works at the moment. Sign in with your password, or ask an administrator of your company.',
  connection_broken:
    'The single sign-on of this company is not set up rightly. Sign in with your password, and tell an administrator of your company: it is mended in the settings.',
  flow_lost:
    'This sign-in was begun somewhere else, is over already, or took longer than ten minutes. Begin again from the sign-in page.',
  issuer_refused: 'Your identity provider did not let you in. Try again there, or ask the people who run it.',
  issuer_unreachable:
    'Your identity provider could not be reached. Try again in a moment. If it stays so, tell an administrator of your company.',
  answer_invalid:
    'The answer of your identity provider could not be trusted, so nobody was signed in. Begin again; if it stays so, tell an administrator of your company.',
  no_email: 'Your identity provider gave no e-mail address for you. Ask the people who run it to pass it on.',
  email_unverified:
    'Your identity provider has not verified your e-mail address. Verify it there, or sign in here with your password once and connect single sign-on from that session.',
  domain_unverified:
    'Your company has not proved yet that the domain of your e-mail address is its own. Ask an administrator, or sign in here with your password once and connect single sign-on from that session.',
  not_a_member: 'You are not a member of this company yet. Ask one of its administrators to invite you.',
  no_role:
    'Your identity provider gives you none of the roles that may enter this company. Ask an administrator of your company.',
  deactivated: 'Your access to this company has ended. Ask one of its administrators.',
  other_account:
    'Another account of your identity provider is connected with you already. Ask an administrator of your company to disconnect it first.',
  not_fresh:
    'Your identity provider did not say that it asked you again just now. Confirm in another way, or sign out and in again.',
  other_person: 'Somebody else was signed in at your identity provider. Confirm with your own account there.',
} as const

export type RefusalReason = keyof typeof REASONS

const CONFIRMING: RefusalReason[] = ['not_fresh', 'other_person']

export const wordsFor = (reason: string) => REASONS[reason as RefusalReason] as string | undefined

export class SignInRefusedError extends Exception {
  static code = 'E_SSO_REFUSED'
  static status = 403
  static message = 'Single sign-on did not let you in.'
  title: string

  constructor(
    readonly reason: RefusalReason,
    cause?: unknown
  ) {
    super(REASONS[reason], { cause })
    this.title = CONFIRMING.includes(reason)
      ? 'You have not confirmed that it is you'
      : 'You are not signed in'
  }
}

export class IssuerUnusableError extends FieldError {
  static code = 'E_ISSUER_UNUSABLE'
  static status = 422
  static message = 'This issuer cannot be used.'
  field = 'issuer'
}

export class UnreadableClaimsError extends FieldError {
  static code = 'E_UNREADABLE_CLAIMS'
  static status = 422
  static message =
    'These are no claims. Paste what is in an ID token, as a JSON object such as { "groups": ["sales"] }.'
  field = 'claims'
}

export class NoCompanyForAddressError extends FieldError {
  static code = 'E_NO_SINGLE_SIGN_ON'
  static status = 422
  static message =
    'No company has single sign-on for this address. Sign in with your password, or use the link that your company gave you.'
  field = 'email'
}

export class DomainTakenError extends FieldError {
  static code = 'E_DOMAIN_TAKEN'
  static status = 409
  static message = 'This domain is on the list already, or another company has proved that it is theirs.'
  field = 'domain'
}

export class DomainNotProvedError extends Exception {
  static code = 'E_DOMAIN_NOT_PROVED'
  static status = 422
  static message =
    'The TXT record was not found yet. New records can take an hour to be seen everywhere; check its name and value, then try again.'
}

export class NotReadyToEnforceError extends Exception {
  static code = 'E_NOT_READY_TO_ENFORCE'
  static status = 409
  static message = 'Single sign-on cannot be required yet.'
}

/** Sends a member to the company's issuer, and back to the page that was asked for. */
export class SingleSignOnRequiredError extends Exception {
  static code = 'E_SSO_REQUIRED'
  static status = 401
  static message = 'This company asks you to come through its identity provider.'

  constructor(private slug: string) {
    super()
  }

  handle(_: unknown, { request, response, inertia }: HttpContext) {
    const returnTo = request.method() === 'GET' ? request.url(true) : ''
    const door = `/sso/${this.slug}?${new URLSearchParams({ returnTo })}`
    if (request.header('X-Inertia')) inertia.location(door)
    else response.redirect().toPath(door)
  }
}

/** The issuer hears only that its token counts for nothing; the log knows why. */
export class LogoutRefusedError extends Exception {
  static code = 'E_LOGOUT_REFUSED'
  static status = 400
  static message = 'The logout token is not valid here.'
}

export class IssuerTokenRefusedError extends Exception {
  static code = 'E_ACCESS_TOKEN_REFUSED'
  static status = 401
  static message =
    'The access token is not valid here. It must be a present one of your company’s identity provider, made for this API.'

  readonly headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
}
