import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { SignInRequiredError } from '#app/identity/errors'
import { SingleSignOnRequiredError } from '#app/single_sign_on/errors'
import SsoAccount from '#app/single_sign_on/sso_account'
import SsoDomain, { domainOf } from '#app/single_sign_on/sso_domain'
import Tenant from '#app/tenancy/tenant'
import { TwoFactorRequiredError } from '#app/two_factor/errors'
import Identity from '#app/identity/identity'
import User from '#app/identity/user'

/** A company that the session does not open looks like one that does not exist to a guest: sign in first. */
export function requireReach(ctx: HttpContext, tenant: Tenant | null) {
  const reach = reachOf(ctx)
  if (reach.isLimited && (!tenant || !reach.opens(tenant.id))) throw new SignInRequiredError()
}

/** Members with an address of a verified domain come through the company's issuer where it says so. */
export async function requireIssuer(ctx: HttpContext, tenant: Tenant, user: User) {
  if (reachOf(ctx).isVouchedFor(tenant.id)) return
  if (await comesThroughIssuer(tenant, user)) throw new SingleSignOnRequiredError(tenant.slug)
}

/**
 * What came from a password alone opens no company that sends this member through its issuer, or asks for a second factor
 * that they lack. Programs are held to it with every request, so that it counts from the moment a company asks.
 */
export async function admitProgram(tenant: Tenant, user: User, hasSecondFactor: boolean) {
  if (await comesThroughIssuer(tenant, user)) throw new SingleSignOnRequiredError(tenant.slug)
  if (tenant.requiresTwoFactor && !hasSecondFactor) throw new TwoFactorRequiredError()
}

/** A token that somebody made for themselves: whom the issuer vouches for, it has asked. */
export async function admitOwner(tenant: Tenant, user: User, hasSecondFactor: boolean) {
  if (!tenant.requiresTwoFactor || hasSecondFactor) return
  const account = await SsoAccount.query({ connection: 'system' })
    .where({ tenantId: tenant.id, userId: user.id })
    .first()
  if (!account) throw new TwoFactorRequiredError()
}

export async function admitProgramOf(userId: string) {
  const user = await User.query({ connection: 'system' }).where('id', userId).firstOrFail()
  const tenant = await Tenant.query({ connection: 'system' }).where('id', user.tenantId).firstOrFail()
  const { twoFactorAt } = await Identity.findOrFail(user.identityId)
  await admitProgram(tenant, user, twoFactorAt !== null)
}

/** Where somebody can be asked again by the issuer that vouches for them, in this company or in the one that they are limited to. */
export async function confirmationDoor(ctx: Pick<HttpContext, 'session'>, tenant: Tenant | undefined) {
  const reach = reachOf(ctx)
  const [id] = reach.companies ?? []
  if (tenant) return reach.isVouchedFor(tenant.id) ? doorOf(tenant) : null
  const company = id && (await Tenant.query({ connection: 'system' }).where('id', id).first())
  return company ? doorOf(company) : null
}

const doorOf = ({ slug }: Tenant) => `/sso/${slug}/confirmations`

async function comesThroughIssuer(tenant: Tenant, user: User) {
  if (!tenant.requiresSingleSignOn) return false
  const domain = await SsoDomain.query({ connection: 'system' })
    .where({ tenantId: tenant.id, domain: domainOf(user.email) })
    .whereNotNull('verifiedAt')
    .first()
  return domain !== null
}
