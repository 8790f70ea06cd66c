import type { HttpContext } from '@adonisjs/core/http'
import Tenant from '#app/tenancy/tenant'
import { NoCompanyForAddressError } from '#app/single_sign_on/errors'
import { noting } from '#app/single_sign_on/noted_refusal'
import { beginFlow, slowDown } from '#app/single_sign_on/sso_flow'
import { doorValidator } from '#app/single_sign_on/sso_validator'
import SsoDomain from '#app/single_sign_on/sso_domain'
import SsoSignIn from '#app/single_sign_on/sso_sign_in'

export default class SignInsController {
  /** From the sign-in page: the domain of the address leads to the company. */
  async store(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(doorValidator)
    const domain = await SsoDomain.ofAddress(email)
    if (!domain) throw new NoCompanyForAddressError()
    const tenant = await Tenant.query({ connection: 'system' }).where('id', domain.tenantId).first()
    return leave(ctx, tenant, email)
  }

  /** The link that a company gives its people. */
  async show(ctx: HttpContext) {
    return leave(ctx, await Tenant.bySlug(ctx.params.slug), null)
  }
}

async function leave(ctx: HttpContext, tenant: Tenant | null, email: string | null) {
  await slowDown(ctx.request.ip())
  await ctx.auth.check()
  const door = await SsoSignIn.of(tenant)
  const returnTo = ctx.request.input('returnTo') ?? ctx.session.pullIntendedUrl()
  const flow = beginFlow(ctx, door.tenant, returnTo)
  const address = await noting(ctx, door, () => door.addressFor(flow, email))
  if (ctx.request.header('X-Inertia')) ctx.inertia.location(address.href)
  else ctx.response.redirect(address.href)
}
