import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { noting } from '#app/single_sign_on/noted_refusal'
import { beginFlow, slowDown } from '#app/single_sign_on/sso_flow'
import SsoSignIn from '#app/single_sign_on/sso_sign_in'
import Tenant from '#app/tenancy/tenant'

/** Somebody whom the company's issuer vouches for is asked by it again, before something sensitive. */
export default class ConfirmationsController {
  async create(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    const tenant = await Tenant.bySlug(params.slug)
    if (!tenant || !reachOf(ctx).isVouchedFor(tenant.id))
      throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    await slowDown(request.ip())
    const door = await SsoSignIn.of(tenant)
    const isPopup = 'popup' in request.qs()
    const flow = beginFlow(ctx, tenant, request.input('returnTo'), { purpose: 'confirm', isPopup })
    const address = await noting(ctx, door, () => door.addressFor(flow, auth.user!.email))
    response.redirect(address.href)
  }

  /** Closes the window beside the page that asked. */
  show({ inertia }: HttpContext) {
    return inertia.render('single_sign_on/confirmations/show', {})
  }
}
